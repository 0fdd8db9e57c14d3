using System.Collections.Immutable;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Completion.Evaluation;

/// <summary>Sums a report up as the contract has it. The only place where the two meet.</summary>
internal static class EvaluationSummary
{
    /// <summary>The rows of the tasks that are wanted; all where none is named.</summary>
    public static CompletionEvaluationReport Of(EvaluationReport report, ImmutableArray<EvaluationTask> tasks) => new(
        [.. Rows(report).Where(row => tasks.IsDefaultOrEmpty || tasks.Contains(row.Task))]);

    /// <summary>Passes progress on.</summary>
    public static IProgress<(int Done, int Total)> Adapt(IProgress<EvaluationProgress> progress) => new Relay(progress);

    private static IEnumerable<EvaluationRow> Rows(EvaluationReport report)
    {
        yield return Popup(EvaluationTask.Members, EvaluationRanking.Glassbox, report.Members, member => member.Rank);
        yield return Popup(EvaluationTask.Members, EvaluationRanking.Alphabetical, report.Members, member => member.AlphabeticalRank);
        yield return Popup(EvaluationTask.Members, EvaluationRanking.Frequency, report.Members, member => member.FrequencyRank);
        yield return Popup(EvaluationTask.Members, EvaluationRanking.Contexts, report.Members, member => member.ContextRank);
        yield return Popup(EvaluationTask.Names, EvaluationRanking.Glassbox, report.Names, name => name.Rank);
        yield return Popup(EvaluationTask.Names, EvaluationRanking.Alphabetical, report.Names, name => name.AlphabeticalRank);
        yield return Popup(EvaluationTask.Names, EvaluationRanking.Frequency, report.Names, name => name.FrequencyRank);
        yield return Popup(EvaluationTask.Names, EvaluationRanking.Contexts, report.Names, name => name.ContextRank);
        yield return Lines(report.Lines);
        yield return Ghost(report.Lines);
    }

    private static EvaluationRow Popup<T>(EvaluationTask task, EvaluationRanking ranking, ImmutableArray<T> results, Func<T, int> rankOf)
    {
        var ranks = results.Select(rankOf).ToList();
        return Row(task, ranking, ranks.Count, () =>
        [
            new(EvaluationMetric.TopOne, Share(ranks, rank => rank == 0)),
            new(EvaluationMetric.TopFive, Share(ranks, rank => rank is >= 0 and < 5)),
            new(EvaluationMetric.MeanReciprocalRank, ranks.Average(rank => rank < 0 ? 0 : 1.0 / (rank + 1))),
            new(EvaluationMetric.Offered, Share(ranks, rank => rank >= 0)),
        ]);
    }

    private static EvaluationRow Lines(ImmutableArray<LineResult> lines) => Row(EvaluationTask.Lines, EvaluationRanking.Glassbox, lines.Length, () =>
    [
        new(EvaluationMetric.Exact, Share(lines, line => line.IsExact)),
        new(EvaluationMetric.Similarity, lines.Average(line => line.Similarity)),
    ]);

    private static EvaluationRow Ghost(ImmutableArray<LineResult> lines) => Row(EvaluationTask.Ghost, EvaluationRanking.Glassbox, lines.Length, () =>
    {
        var shown = lines.Where(line => line.Shown.Length > 0).OrderByDescending(line => line.Confidence).ToList();
        return
        [
            new(EvaluationMetric.Shown, (double)shown.Count / lines.Length),
            new(EvaluationMetric.Right, Share(shown, line => line.IsRight)),
            new(EvaluationMetric.ConfidentRight, Share([.. shown.Take((shown.Count + 4) / 5)], line => line.IsRight)),
            new(EvaluationMetric.ShownAtHalf, (double)LineResult.ShownAtHalf(lines) / lines.Length),
        ];
    });

    private static EvaluationRow Row(EvaluationTask task, EvaluationRanking ranking, int places, Func<ImmutableArray<EvaluationValue>> values) =>
        new(task, ranking, places, places == 0 ? [] : values());

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> matches) => all.Count == 0 ? 0 : (double)all.Count(matches) / all.Count;

    private sealed class Relay(IProgress<EvaluationProgress> to) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => to.Report(new EvaluationProgress(value.Done, value.Total));
    }
}
