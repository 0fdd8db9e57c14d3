using Glassbox.Completion.Corpus;
using Glassbox.Completion.Corpus.Choice;
using Glassbox.Eval.Contexts;

namespace Glassbox.Eval.Fitting;

/// <summary>Fits <see cref="TokenWeights"/>: which token comes next, all along the rests of lines that were cut off.</summary>
internal static class TokenFit
{
    // The first tokens of a rest are those that decide whether it is shown.
    private const int MostTokens = 12;

    /// <summary>Fits folders and prints the tables.</summary>
    public static void Run(EvalOptions options, TextWriter to)
    {
        var samples = options.Folders.SelectMany(folder => CutLines.Of(folder, options).Read(Samples)).SelectMany(one => one).ToArray();
        var fit = ChoiceFit.Of(samples, TokenFeatures.Count, TokenFeatures.Buckets, new Dictionary<int, double>(), Console.Error);
        FitTable.Write(to, "ByFeature", fit.Weights.AsSpan(0, TokenFeatures.Count), at => Enum.IsDefined((TokenFeature)at) ? ((TokenFeature)at).ToString() : "");
        FitTable.Write(to, "OfNone", fit.Weights.AsSpan(TokenFeatures.Count), _ => "");
    }

    private static List<ChoiceSample> Samples(ContextEvidence evidence, int[] tail)
    {
        var samples = new List<ChoiceSample>();
        var context = evidence.Buffer.Before;
        var occurrences = new List<Occurrence>();
        for (var i = 0; i <= tail.Length && i < MostTokens; i++)
        {
            var truth = i < tail.Length ? tail[i] : Token.Break(Indentation.Same);
            var candidates = Prediction.Candidates(evidence, context, occurrences);
            var features = evidence.Features!.Read(context, occurrences, candidates);
            var chosen = candidates.FindIndex(one => Token.NumberOf(one.Token) == Token.NumberOf(truth));
            var numbers = new float[features.Length];
            for (var k = 0; k < numbers.Length; k++) numbers[k] = (float)features[k];
            samples.Add(new ChoiceSample(numbers, chosen, TokenFeatures.BucketOf(occurrences)));
            context = [.. context, truth];
        }

        return samples;
    }
}
