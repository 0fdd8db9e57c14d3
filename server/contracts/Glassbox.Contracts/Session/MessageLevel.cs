namespace Glassbox.Contracts.Session;

/// <summary>How urgent a message is.</summary>
public enum MessageLevel
{
    /// <summary>For developers of Glassbox.</summary>
    Trace,

    /// <summary>Worth a line in the log.</summary>
    Information,

    /// <summary>Something works less well than it could.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
