namespace Glassbox.Contracts.Findings;

/// <summary>What a station of a trace is.</summary>
public enum TraceStepKind
{
    /// <summary>Where the value enters.</summary>
    Source,

    /// <summary>Where it passes through.</summary>
    Step,

    /// <summary>Where it does harm.</summary>
    Sink,
}
