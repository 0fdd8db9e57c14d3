using System.Globalization;
using Glassbox.Completion.Evaluation;
using Glassbox.Eval.Outcomes;

namespace Glassbox.Eval.InProcess;

/// <summary>The engine's own evaluation, as outcomes. Its places are those that the server is asked about too.</summary>
internal static class InProcessRun
{
    /// <summary>Evaluates a checkout, unless the file has it already.</summary>
    public static async Task<IReadOnlyList<Outcome>> RunAsync(string folder, EvaluationOptions options, Run run, OutcomeFile file)
    {
        if (file.IsFinished(run)) return file.Of(run);
        await using var checkout = await Checkout.LoadAsync(folder);
        var report = await CompletionEvaluation.RunAsync(checkout.Snapshot, options, progress: null, CancellationToken.None);
        foreach (var outcome in Outcomes(folder, report)) file.Add(run, outcome);
        file.Finish(run);
        return file.Of(run);
    }

    private static IEnumerable<Outcome> Outcomes(string folder, EvaluationReport report)
    {
        foreach (var (kind, name) in report.Members.Select(name => (PlaceKind.Member, name)).Concat(report.Names.Select(name => (PlaceKind.Name, name))))
        {
            yield return new Outcome(Read(folder, kind, name.Place, name.Truth))
            {
                Offered = name.Offered,
                Rank = name.Rank,
                Confidence = name.Confidence,
                AlphabeticalRank = name.AlphabeticalRank,
                FrequencyRank = name.FrequencyRank,
                ContextRank = name.ContextRank,
            };
        }

        foreach (var line in report.Lines)
            yield return new Outcome(Read(folder, PlaceKind.Line, line.Place, line.Truth)) { Shown = line.Shown, Invoked = line.Best, Confidence = line.Confidence };
    }

    // From the end: a path may hold colons itself.
    private static Place Read(string folder, PlaceKind kind, string place, string truth)
    {
        var column = place.LastIndexOf(':');
        var line = place.LastIndexOf(':', column - 1);
        return new Place(
            kind,
            Path.GetRelativePath(folder, place[..line]).Replace('\\', '/'),
            int.Parse(place.AsSpan(line + 1, column - line - 1), CultureInfo.InvariantCulture),
            int.Parse(place.AsSpan(column + 1), CultureInfo.InvariantCulture),
            truth);
    }
}
