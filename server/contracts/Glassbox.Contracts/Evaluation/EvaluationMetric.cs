namespace Glassbox.Contracts.Evaluation;

/// <summary>What was measured. Every value is a share from 0 to 1 and larger is better.</summary>
public enum EvaluationMetric
{
    /// <summary>Popups: the right candidate came first, of all places.</summary>
    TopOne,

    /// <summary>Popups: it was among the first five.</summary>
    TopFive,

    /// <summary>Popups: the mean of one over its place; 0 where it was not offered.</summary>
    MeanReciprocalRank,

    /// <summary>Popups: it was offered at all.</summary>
    Offered,

    /// <summary>Lines: the ghost text was exactly the rest of the line, of all lines.</summary>
    Exact,

    /// <summary>Lines: one minus the Levenshtein distance over the longer length, on average; 0 where nothing was shown.</summary>
    Similarity,

    /// <summary>Ghost text: something was shown, of all lines.</summary>
    Shown,

    /// <summary>Ghost text: the line went on with what was shown, of those shown.</summary>
    Right,

    /// <summary>Ghost text: the same, of the fifth of the shown in which confidence was greatest.</summary>
    ConfidentRight,

    /// <summary>Ghost text: the largest share of lines at which something would be shown that is right at least every second time.</summary>
    ShownAtHalf,
}
