namespace Glassbox.Completion.Evaluation;

/// <summary>One line whose tail was cut off.</summary>
/// <param name="Place">File, line and column, for people.</param>
/// <param name="Truth">The tail.</param>
/// <param name="Shown">The ghost text; empty when none was shown.</param>
/// <param name="Confidence">What the engine thought of it, 0 to 1.</param>
public sealed record LineResult(string Place, string Truth, string Shown, double Confidence)
{
    /// <summary>The ghost text is the whole tail.</summary>
    public bool IsExact => Shown.Length > 0 && Shown.TrimEnd() == Truth.TrimEnd();

    /// <summary>The tail begins with the ghost text.</summary>
    public bool IsRight => Shown.Length > 0 && Truth.StartsWith(Shown.TrimEnd(), StringComparison.Ordinal);

    /// <summary>One minus the Levenshtein distance over the longer length.</summary>
    public double Similarity => EditSimilarity.Of(Shown.TrimEnd(), Truth.TrimEnd());
}
