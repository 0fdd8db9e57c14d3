namespace Glassbox.Contracts.Evaluation;

/// <summary>What completion is asked to do.</summary>
public enum EvaluationTask
{
    /// <summary>The popup after a dot: which member stood there.</summary>
    Members,

    /// <summary>The popup where a name begins that is no member: which name stood there.</summary>
    Names,

    /// <summary>Ghost text for the tail of a line: every line counts, also those for which none was shown.</summary>
    Lines,

    /// <summary>Ghost text again, but only what was shown counts: whether it was worth reading.</summary>
    Ghost,
}
