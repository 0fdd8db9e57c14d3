using System.Runtime.InteropServices;
using Glassbox.Completion.Corpus;
using Glassbox.Eval.Contexts;

namespace Glassbox.Eval.Fitting;

/// <summary>
/// Fits <see cref="VoteWeights"/>: places vote for the token that followed them, each with a weight that is a product over its
/// likeness, so that the votes for what really came are as large a share as can be.
/// </summary>
internal static class VoteFit
{
    private const int MostTokens = 6;
    private const int Passes = 8;
    private const double Rate = 0.03;

    // Where a local could not be told, the share of the truth among those used last: one of several.
    private const double UntoldShare = 0.3;

    private static readonly (string Name, int Length, Func<Likeness, int> At)[] Tables =
    [
        ("ByExact", 13, likeness => likeness.Exact),
        ("ByAlike", 33, likeness => likeness.Alike),
        ("ByLoose", 17, likeness => likeness.Loose - likeness.Alike),
        ("ByBehind", VoteWeights.MostBehind + 2, likeness => likeness.Behind + 1),
        ("ByLine", 4, likeness => likeness.Line),
        ("ByNear", 12, likeness => likeness.Nearness),
        ("ByKind", 11, likeness => likeness.Kind),
    ];

    /// <summary>Fits folders and prints the tables.</summary>
    public static void Run(EvalOptions options, TextWriter to)
    {
        var samples = options.Folders.SelectMany(folder => CutLines.Of(folder, options).Read(Samples)).SelectMany(one => one).ToArray();
        var weights = new double[Tables.Sum(table => table.Length) + 1];
        new Adam(Rate, Passes).Run(samples, weights, _ => false, (sample, gradient) => AddGradient(sample, weights, gradient), Console.Error);
        var offset = 0;
        foreach (var (name, length, _) in Tables)
        {
            FitTable.Write(to, name, weights.AsSpan(offset, length), _ => "");
            offset += length;
        }

        FitTable.Write(to, "Unseen", weights.AsSpan(offset), _ => "");
    }

    private static List<Sample> Samples(ContextEvidence evidence, int[] tail)
    {
        var samples = new List<Sample>();
        var context = evidence.Buffer.Before;
        var occurrences = new List<Occurrence>();
        for (var i = 0; i <= tail.Length && i < MostTokens; i++)
        {
            var truth = i < tail.Length ? tail[i] : Token.Break(Indentation.Same);
            evidence.Find(context, occurrences);
            var likenesses = new Likeness[occurrences.Count];
            var shares = new float[occurrences.Count];
            var all = CollectionsMarshal.AsSpan(occurrences);
            for (var k = 0; k < all.Length; k++)
            {
                likenesses[k] = all[k].Likeness;
                var number = Token.NumberOf(all[k].Next);
                shares[k] = number == Token.NumberOf(truth) ? 1 : number == Lexicon.AnyLocal && Token.ClassOf(truth) == TokenClass.Local ? (float)UntoldShare : 0;
            }

            samples.Add(new Sample(likenesses, shares));
            context = [.. context, truth];
        }

        return samples;
    }

    private static double AddGradient(Sample sample, double[] weights, double[] gradient)
    {
        var unseen = Math.Exp(weights[^1]);
        var votes = new double[sample.Likenesses.Length];
        double right = 0, all = unseen;
        for (var i = 0; i < votes.Length; i++)
        {
            var sum = 0.0;
            var offset = 0;
            foreach (var (_, length, at) in Tables)
            {
                sum += weights[offset + Math.Min(at(sample.Likenesses[i]), length - 1)];
                offset += length;
            }

            votes[i] = Math.Exp(sum);
            right += votes[i] * sample.Shares[i];
            all += votes[i];
        }

        var isSeen = right > 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var slope = (votes[i] / all) - (isSeen ? votes[i] * sample.Shares[i] / right : 0);
            var offset = 0;
            foreach (var (_, length, at) in Tables)
            {
                gradient[offset + Math.Min(at(sample.Likenesses[i]), length - 1)] += slope;
                offset += length;
            }
        }

        gradient[^1] += (unseen / all) - (isSeen ? 0 : 1);
        return Math.Log(all) - Math.Log(isSeen ? right : unseen);
    }

    private sealed record Sample(Likeness[] Likenesses, float[] Shares);
}
