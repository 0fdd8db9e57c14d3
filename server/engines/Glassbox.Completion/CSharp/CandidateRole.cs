namespace Glassbox.Completion.CSharp;

/// <summary>What a candidate is good for.</summary>
internal enum CandidateRole
{
    /// <summary>Unknown.</summary>
    Other,

    /// <summary>A method without result.</summary>
    Action,

    /// <summary>A method that tells true or false.</summary>
    Test,

    /// <summary>A method that can be awaited.</summary>
    Task,

    /// <summary>Another method.</summary>
    Method,

    /// <summary>A property or field that is true or false.</summary>
    Flag,

    /// <summary>Another property or field.</summary>
    Value,

    /// <summary>A constant or a member of an enum.</summary>
    Constant,

    /// <summary>A local or parameter.</summary>
    Local,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>A keyword.</summary>
    Keyword,

    /// <summary>An event.</summary>
    Event,
}
