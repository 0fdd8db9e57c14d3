using System.Globalization;
using Glassbox.Completion.Evaluation;
using Glassbox.Eval.Outcomes;

namespace Glassbox.Eval;

/// <summary>Figures as a Markdown table; percentages unless said otherwise.</summary>
internal static class Table
{
    /// <summary>The two lines above the rows.</summary>
    public const string Head = """
        | checkout | way | task | members | offered | top-1 | top-5 | MRR | of offered 1/5/MRR | alphabetical 1/5/MRR | frequency 1/5/MRR | contexts 1/5/MRR | popup ms p50/p95 | lines | shown | right | surest fifth right | exact | similarity | shown at ≥ 50 % right | on demand exact | ghost ms p50/p95 |
        |---|---|---|--:|--:|--:|--:|--:|---|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    /// <summary>One run.</summary>
    public static string Row(Run run, IReadOnlyList<Outcome> outcomes)
    {
        var members = outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Member).ToList();
        var ranks = members.ConvertAll(member => member.Rank ?? -1);
        var ghosts = outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Line).ToList();
        var lines = ghosts.ConvertAll(ghost => ghost.ToLine());
        var surest = lines.Where(line => line.Shown.Length > 0).OrderByDescending(line => line.Confidence).ToList();
        var fifth = surest.Take((surest.Count + 4) / 5).ToList();
        var invoked = ghosts.Where(ghost => ghost.Invoked is not null).Select(ghost => ghost.ToInvokedLine()).ToList();
        string[] cells =
        [
            run.Checkout,
            run.Way,
            run.Task,
            Number(members.Count),
            Percent(ranks.Count(rank => rank >= 0), ranks.Count),
            Percent(ranks.Count(rank => rank == 0), ranks.Count),
            Percent(ranks.Count(rank => rank is >= 0 and < 5), ranks.Count),
            Mrr(ranks),
            Three([.. ranks.Where(rank => rank >= 0)]),
            Three([.. members.Select(member => member.AlphabeticalRank).OfType<int>()]),
            Three([.. members.Select(member => member.FrequencyRank).OfType<int>()]),
            Three([.. members.Select(member => member.ContextRank).OfType<int>()]),
            Times(members),
            Number(lines.Count),
            Percent(surest.Count, lines.Count),
            Percent(surest.Count(line => line.IsRight), surest.Count),
            Percent(fifth.Count(line => line.IsRight), fifth.Count),
            Percent(lines.Count(line => line.IsExact), lines.Count),
            (lines.Count == 0 ? 0 : lines.Average(line => line.Similarity)).ToString("0.00", CultureInfo.InvariantCulture),
            Percent(ShownAtHalf(surest), lines.Count),
            Percent(invoked.Count(line => line.IsExact), invoked.Count),
            Times(ghosts),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Every place that went wrong.</summary>
    public static void Details(Run run, IReadOnlyList<Outcome> outcomes, TextWriter into)
    {
        foreach (var member in outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Member && outcome.Rank != 0))
            into.WriteLine($"{run.Way} {run.Task} {member.Place} {member.Place.Truth}: {member.Rank} of {member.Offered}");
        foreach (var line in outcomes.Where(outcome => outcome.Place.Kind == PlaceKind.Line && !outcome.ToLine().IsExact))
            into.WriteLine($"{run.Way} {run.Task} {line.Place} '{line.Place.Truth}': '{line.Shown}' {line.Confidence:0.00}");
    }

    // The most places at which a threshold on the confidence would show something that is right at least every second time.
    private static int ShownAtHalf(List<LineResult> mostConfidentFirst)
    {
        var best = 0;
        var right = 0;
        for (var i = 0; i < mostConfidentFirst.Count; i++)
        {
            if (mostConfidentFirst[i].IsRight) right++;
            if (right * 2 >= i + 1) best = i + 1;
        }

        return best;
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
