namespace Glassbox.Analysis.Secrets.Assignments;

/// <summary>How a value stands beside its name.</summary>
internal enum ValueForm
{
    /// <summary>name = value, name: value, and elements and attributes alike.</summary>
    Assigned,

    /// <summary>name == value.</summary>
    Compared,

    /// <summary>name(value), --name value.</summary>
    Passed,

    /// <summary>"name", "value": an entry, or just two texts of a list.</summary>
    Listed,

    /// <summary>name = something ?? value.</summary>
    Fallback,
}
