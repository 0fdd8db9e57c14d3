namespace Glassbox.Completion.Corpus.Choice;

/// <summary>
/// What each <see cref="TokenFeature"/> counts, as a logarithm of likelihood for each of its units. Fitted by maximum likelihood of the
/// tokens that stood there, on held-out files of Humanizer, jellyfin, FluentValidation, LiteDB, MassTransit, ImageSharp and
/// Newtonsoft.Json (<c>tests/Glassbox.Eval --fit tokens</c>).
/// </summary>
internal static class TokenWeights
{
    private static readonly double[] ByFeature =
    [
        0.08, 0.43, 0.32, 0.29, 0.36, 0.39, 0.34, 0.17, 0.23, 0.21, // Votes, Levels
        0.17, 0.16, 2.20, 0.28, -1.09, 0.65, 1.11, -0.44, -1.23, 0.35, // Share, Unseen, Kind
        1.39, -1.88, -0.38, 0.27, -2.43, -2.47, -0.74, 0.63, -1.68, 0.01,
        0.85, -1.60, -1.74, -0.19, 1.43, -2.20, -0.53, 0.00, -1.59, -2.22,
        -1.37, 0.73, -1.42, -0.00, 0.00, -0.34, -1.19, -0.23, -0.41, -0.87,
        -0.89, 0.00, -1.39, -1.43, -0.60, 0.17, -1.70, -0.66, 0.00, -1.88,
        -1.77, -0.68, 0.00, -0.93, -0.03, 0.00, -1.38, -0.89, -0.17, -0.04,
        -0.18, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, -1.98, -1.99, 0.00,
        -1.76, -1.97, -1.80, -0.53, 0.11, 0.21, 0.15, 0.10, -0.07, 0.07, // KindShare
        0.04, -0.11, -0.16, 0.06, -0.47, -1.32, 0.08, -0.04, -0.68, 0.84, // InScope, Lately, Fresh, UsesInMember, OnLine, OnLineBelow
        0.06, 0.72, 1.51, 1.73, 0.18, -0.42, -0.27, 0.44, 0.09, 1.73, // TargetSame, TargetEnds, TargetWords, Near, UsesInBuffer, JustWritten, OriginShare, OriginUses, StemShare, ChainShare
        1.43, -0.97, 0.01, 0.48, -2.50, -1.25, -3.71, // NextShare, JustUsed, Uses, Closes, ClosesNothing, BreaksWithin, EndsWithin
    ];

    // That no candidate comes, by how far the best place agrees.
    private static readonly double[] OfNone =
    [
        4.13, 4.50, 4.35, 3.79, 3.74, 3.35,
    ];

    /// <summary>The probability of each candidate; they sum to less than one.</summary>
    /// <param name="features">Of all candidates, one after the other.</param>
    /// <param name="bucket">See <see cref="TokenFeatures.BucketOf"/>.</param>
    public static double[] Probabilities(ReadOnlySpan<double> features, int bucket)
    {
        var probabilities = new double[features.Length / TokenFeatures.Count];
        var best = OfNone[bucket];
        for (var i = 0; i < probabilities.Length; i++)
        {
            var own = features.Slice(i * TokenFeatures.Count, TokenFeatures.Count);
            for (var k = 0; k < own.Length; k++) probabilities[i] += own[k] * ByFeature[k];
            best = Math.Max(best, probabilities[i]);
        }

        var sum = Math.Exp(OfNone[bucket] - best);
        for (var i = 0; i < probabilities.Length; i++) sum += probabilities[i] = Math.Exp(probabilities[i] - best);
        for (var i = 0; i < probabilities.Length; i++) probabilities[i] /= sum;
        return probabilities;
    }
}
