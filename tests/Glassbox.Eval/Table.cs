using System.Globalization;
using Glassbox.Completion.Evaluation;

namespace Glassbox.Eval;

/// <summary>Figures as a Markdown table; percentages unless said otherwise.</summary>
internal static class Table
{
    /// <summary>The two lines above the rows.</summary>
    public const string Head = """
        | checkout | members | offered | top-1 | top-5 | MRR | of offered 1/5/MRR | alphabetical 1/5/MRR | frequency 1/5/MRR | contexts 1/5/MRR | lines | shown | right | exact | similarity | shown at ≥ 50 % right |
        |---|--:|--:|--:|--:|--:|---|---|---|---|--:|--:|--:|--:|--:|--:|
        """;

    /// <summary>One checkout.</summary>
    public static string Row(string name, EvaluationReport report)
    {
        var members = report.Members;
        var ranks = members.Select(member => member.Rank).ToList();
        var lines = report.Lines;
        var shown = lines.Where(line => line.Shown.Length > 0).ToList();
        string[] cells =
        [
            name,
            Number(members.Length),
            Percent(ranks.Count(rank => rank >= 0), ranks.Count),
            Percent(ranks.Count(rank => rank == 0), ranks.Count),
            Percent(ranks.Count(rank => rank is >= 0 and < 5), ranks.Count),
            Mrr(ranks),
            Three([.. ranks.Where(rank => rank >= 0)]),
            Three([.. members.Select(member => member.AlphabeticalRank)]),
            Three([.. members.Select(member => member.FrequencyRank)]),
            Three([.. members.Select(member => member.ContextRank)]),
            Number(lines.Length),
            Percent(shown.Count, lines.Length),
            Percent(shown.Count(line => line.IsRight), shown.Count),
            Percent(shown.Count(line => line.IsExact), lines.Length),
            (lines.Length == 0 ? 0 : lines.Average(line => line.Similarity)).ToString("0.00", CultureInfo.InvariantCulture),
            Percent(ShownAtHalf(shown), lines.Length),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Every place that went wrong.</summary>
    public static void Details(EvaluationReport report, TextWriter into)
    {
        foreach (var member in report.Members.Where(member => member.Rank != 0)) into.WriteLine($"{member.Place} {member.Truth}: {member.Rank} of {member.Offered}");
        foreach (var line in report.Lines.Where(line => !line.IsExact)) into.WriteLine($"{line.Place} '{line.Truth}': '{line.Shown}' {line.Confidence:0.00}");
    }

    // The most places at which a threshold on the confidence would show something that is right at least every second time.
    private static int ShownAtHalf(List<LineResult> shown)
    {
        var best = 0;
        var right = 0;
        var ordered = shown.OrderByDescending(line => line.Confidence).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].IsRight) right++;
            if (right * 2 >= i + 1) best = i + 1;
        }

        return best;
    }

    private static string Three(List<int> ranks) =>
        $"{Percent(ranks.Count(rank => rank == 0), ranks.Count)}/{Percent(ranks.Count(rank => rank is >= 0 and < 5), ranks.Count)}/{Mrr(ranks)}";

    private static string Mrr(List<int> ranks) =>
        (ranks.Count == 0 ? 0 : ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1))).ToString(".00", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => whole == 0 ? "–" : (100.0 * part / whole).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
