namespace Glassbox.Contracts.Findings;

/// <summary>How sure the analysis is.</summary>
public enum Confidence
{
    /// <summary>A name matched, but it did not bind.</summary>
    Low,

    /// <summary>Bound, with one link of the chain assumed.</summary>
    Medium,

    /// <summary>Every link of the chain was seen.</summary>
    High,
}
