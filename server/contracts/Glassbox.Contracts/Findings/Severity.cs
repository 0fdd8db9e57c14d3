namespace Glassbox.Contracts.Findings;

/// <summary>How much a finding matters, least first.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    None,

    /// <summary>A hint, shown faintly or not at all.</summary>
    Hint,

    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Worth a change.</summary>
    Warning,

    /// <summary>Wrong, or open to attack.</summary>
    Error,
}
