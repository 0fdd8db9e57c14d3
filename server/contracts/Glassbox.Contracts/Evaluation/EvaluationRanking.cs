namespace Glassbox.Contracts.Evaluation;

/// <summary>Who answered: Glassbox, or something simpler on the same places.</summary>
public enum EvaluationRanking
{
    /// <summary>As the user gets it.</summary>
    Glassbox,

    /// <summary>The same candidates in order of name.</summary>
    Alphabetical,

    /// <summary>The same candidates in order of how often the rest of the workspace uses them.</summary>
    Frequency,

    /// <summary>The same candidates in order of what the tokens before the cursor make likely: nested contexts, with the buffer as a cache.</summary>
    Contexts,
}
