using System.Globalization;
using Glassbox.Completion.Evaluation;
using Glassbox.Eval.Outcomes;

namespace Glassbox.Eval;

/// <summary>Figures as a Markdown table; percentages unless said otherwise.</summary>
internal static class Table
{
    /// <summary>The two lines above the rows.</summary>
    public const string Head = """
        | checkout | way | task | members | offered | 1/5/MRR | of offered | surest fifth | alphabetical | frequency | contexts | names | offered | 1/5/MRR | contexts | popup ms p50/p95 | lines | exact | similarity | shown at ≥ 50 % exact | shown | right | ghost ms p50/p95 |
        |---|---|---|--:|--:|---|---|--:|---|---|---|--:|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    /// <summary>One run.</summary>
    public static string Row(Run run, IReadOnlyList<Outcome> outcomes)
    {
        var members = outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Member).ToList();
        var names = outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Name).ToList();
        var ghosts = outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Line).ToList();
        var lines = ghosts.ConvertAll(ghost => ghost.ToLine());
        var shown = lines.Where(line => line.Shown.Length > 0).ToList();
        var fifth = members.Where(member => member.Confidence is not null).OrderByDescending(member => member.Confidence).Take((members.Count + 4) / 5).ToList();
        string[] cells =
        [
            run.Checkout,
            run.Way,
            run.Task,
            Number(members.Count),
            Percent(members.Count(member => member.Rank >= 0), members.Count),
            Three([.. members.Select(member => member.Rank ?? -1)]),
            Three([.. members.Select(member => member.Rank ?? -1).Where(rank => rank >= 0)]),
            Percent(fifth.Count(member => member.Rank == 0), fifth.Count),
            Three([.. members.Select(member => member.AlphabeticalRank).OfType<int>()]),
            Three([.. members.Select(member => member.FrequencyRank).OfType<int>()]),
            Three([.. members.Select(member => member.ContextRank).OfType<int>()]),
            Number(names.Count),
            Percent(names.Count(name => name.Rank >= 0), names.Count),
            Three([.. names.Select(name => name.Rank ?? -1)]),
            Three([.. names.Select(name => name.ContextRank).OfType<int>()]),
            Times([.. members, .. names]),
            Number(lines.Count),
            Percent(lines.Count(line => line.IsExact), lines.Count),
            (lines.Count == 0 ? 0 : lines.Average(line => line.Similarity)).ToString("0.00", CultureInfo.InvariantCulture),
            ghosts.Any(ghost => ghost.Confidence is not null) ? Percent(LineResult.ShownAtHalf(lines), lines.Count) : "–",
            Percent(shown.Count, lines.Count),
            Percent(shown.Count(line => line.IsRight), shown.Count),
            Times(ghosts),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Every place that went wrong.</summary>
    public static void Details(Run run, IReadOnlyList<Outcome> outcomes, TextWriter into)
    {
        foreach (var member in outcomes.Where(outcome => outcome.Place.Kind != PlaceKind.Line && outcome.Rank != 0))
            into.WriteLine($"{run.Way} {run.Task} {member.Place} {member.Place.Truth}: {member.Rank} of {member.Offered}");
        foreach (var line in outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Line && !outcome.ToLine().IsExact))
            into.WriteLine($"{run.Way} {run.Task} {line.Place} '{line.Place.Truth}': '{line.Invoked}' {line.Confidence:0.00}");
    }

    private static string Times(List<Outcome> outcomes)
    {
        var sorted = outcomes.Select(outcome => outcome.Milliseconds).OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? "–" : $"{Whole(Percentile(50))}/{Whole(Percentile(95))}";

        // The nearest rank, nothing in between.
        double Percentile(int percent) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
    }

    private static string Three(List<int> ranks) => ranks.Count == 0
        ? "–"
        : $"{Percent(ranks.Count(rank => rank == 0), ranks.Count)}/{Percent(ranks.Count(rank => rank is >= 0 and < 5), ranks.Count)}/{Mrr(ranks)}";

    private static string Mrr(List<int> ranks) =>
        (ranks.Count == 0 ? 0 : ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1))).ToString(".00", CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => whole == 0 ? "–" : Whole(100.0 * part / whole);

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
