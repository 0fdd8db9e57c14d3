using Glassbox.Completion.CSharp;
using Glassbox.Completion.Evaluation;
using Glassbox.Completion.Ranking;

namespace Glassbox.Eval.Fitting;

/// <summary>Fits <see cref="RankingWeights"/>: which of a popup's names was written, behind a dot and elsewhere.</summary>
internal static class RankingFit
{
    // Of long lists only what the weights of today put before the others, and what was written.
    private const int MostCandidates = 150;

    /// <summary>Fits folders and prints the tables.</summary>
    public static async Task RunAsync(EvalOptions options, TextWriter to)
    {
        var samples = new Dictionary<bool, List<ChoiceSample>> { [true] = [], [false] = [] };
        foreach (var folder in options.Folders)
        {
            await using var checkout = await Checkout.LoadAsync(folder);
            await CompletionEvaluation.RunAsync(
                checkout.Snapshot,
                new EvaluationOptions(options.Seed, options.Files, options.Places) { Kinds = [EvaluationKind.Member, EvaluationKind.Name] },
                progress: null,
                (session, truth, isMember) =>
                {
                    if (Read(session, truth) is { } sample) samples[isMember].Add(sample);
                },
                CancellationToken.None);
            Console.Error.WriteLine($"{folder}: {samples[true].Count} members, {samples[false].Count} names");
        }

        foreach (var (isMember, all) in samples)
        {
            // What the compiler decides is not learned.
            var fixedWeights = new Dictionary<int, double> { [(int)Feature.ArmTaken] = RankingWeights.ArmTaken };
            // Where much was learned this adds little, so that fitting leaves it little; where nothing was learned yet it is all there is.
            if (!isMember) fixedWeights[(int)Feature.Proximity] = RankingWeights.ProximityOfNames;
            var fit = ChoiceFit.Of([.. all], PopupFeatures.Count, 0, fixedWeights, Console.Error);
            FitTable.Write(to, isMember ? "Members" : "Names", fit.Weights, at => at < (int)Feature.Cross ? ((Feature)at).ToString() : "");
        }
    }

    private static ChoiceSample? Read(PopupSession session, string truth)
    {
        var entries = session.Entries;
        var chosen = -1;
        for (var i = 0; i < entries.Length && chosen < 0; i++)
        {
            if (entries[i].Label == truth) chosen = i;
        }

        if (chosen < 0 || session.Features is not { } features) return null;
        var order = Enumerable.Range(0, entries.Length).Where(i => i != chosen).OrderByDescending(i => session.Scores[i]).Take(MostCandidates - 1).Prepend(chosen).ToList();
        var numbers = new float[order.Count * PopupFeatures.Count];
        for (var i = 0; i < order.Count; i++)
        {
            for (var k = 0; k < PopupFeatures.Count; k++) numbers[(i * PopupFeatures.Count) + k] = (float)features[(order[i] * PopupFeatures.Count) + k];
        }

        return new ChoiceSample(numbers, 0, -1);
    }
}
