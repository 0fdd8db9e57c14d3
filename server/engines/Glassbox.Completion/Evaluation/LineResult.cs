namespace Glassbox.Completion.Evaluation;

/// <summary>One line whose tail was cut off.</summary>
/// <param name="Place">File, line and column, for people.</param>
/// <param name="Truth">The tail.</param>
/// <param name="Shown">The ghost text that comes by itself; empty when none was shown.</param>
/// <param name="Best">The first ghost text on demand; empty for none.</param>
/// <param name="Confidence">What the engine thinks of that, 0 to 1.</param>
public sealed record LineResult(string Place, string Truth, string Shown, string Best, double Confidence)
{
    /// <summary>On demand, the line is written as it was.</summary>
    public bool IsExact => Best.Length > 0 && FirstLine(Best) == Truth.TrimEnd();

    /// <summary>The tail begins with what was shown.</summary>
    public bool IsRight => Shown.Length > 0 && Truth.StartsWith(FirstLine(Shown), StringComparison.Ordinal);

    /// <summary>One minus the Levenshtein distance of what comes on demand over the longer length.</summary>
    public double Similarity => EditSimilarity.Of(FirstLine(Best), Truth.TrimEnd());

    /// <summary>The largest number of lines at which a threshold on the confidence would show exactly what stood there every second time.</summary>
    public static int ShownAtHalf(IEnumerable<LineResult> lines)
    {
        var (best, right, count) = (0, 0, 0);
        foreach (var line in lines.Where(line => line.Best.Length > 0).OrderByDescending(line => line.Confidence))
        {
            count++;
            if (line.IsExact) right++;
            if (right * 2 >= count) best = count;
        }

        return best;
    }

    // What follows on further lines is a gift; the line is judged.
    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
