using Glassbox.Completion.Evaluation;

namespace Glassbox.Eval.Outcomes;

/// <summary>What was answered at one place. What was not asked, or cannot be seen from outside, is null.</summary>
/// <param name="Place">Where.</param>
internal sealed record Outcome(Place Place)
{
    /// <summary>How many names the popup offered.</summary>
    public int? Offered { get; init; }

    /// <summary>The truth's place in the popup, from 0; -1 when it was not offered.</summary>
    public int? Rank { get; init; }

    /// <summary>Its place in order of name.</summary>
    public int? AlphabeticalRank { get; init; }

    /// <summary>Its place in order of how often the rest uses the names.</summary>
    public int? FrequencyRank { get; init; }

    /// <summary>Its place in order of what the tokens before it make likely.</summary>
    public int? ContextRank { get; init; }

    /// <summary>The ghost text that comes by itself; empty for none.</summary>
    public string? Shown { get; init; }

    /// <summary>How sure the engine is of its first candidate, or of the ghost text on demand, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The first ghost text on demand; empty for none.</summary>
    public string? Invoked { get; init; }

    /// <summary>From the keystroke to the answer, in milliseconds.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>The line as the engine's own evaluation judges it.</summary>
    public LineResult ToLine() => new(Place.ToString(), Place.Truth, Shown ?? "", Invoked ?? "", Confidence ?? 0);
}
