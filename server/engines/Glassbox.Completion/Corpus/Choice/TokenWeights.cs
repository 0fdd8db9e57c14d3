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
        0.12, 0.39, 0.32, 0.27, 0.35, 0.40, 0.30, 0.21, 0.19, 0.23, // Votes, Levels
        0.18, 0.16, 2.28, 0.17, -1.34, 0.61, 1.86, -0.31, -1.32, 0.03, // Share, Unseen, Kind
        1.13, -1.87, -0.39, -0.06, -2.50, -2.57, -0.82, 0.67, -1.73, 0.02,
        0.73, -1.68, -1.89, -0.27, 1.34, -1.92, 0.15, 0.00, -1.67, -2.27,
        -0.97, 0.86, -1.48, 0.00, 0.00, -0.28, -0.89, -0.18, -0.48, -0.80,
        -0.76, 0.00, -1.41, -1.37, -0.66, 0.20, -1.60, -0.50, 0.00, -1.93,
        -1.74, -0.60, 0.00, -1.00, -0.02, 0.00, -1.40, -1.03, -0.17, -0.03,
        -0.16, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, -1.97, -1.76, 0.00,
        -1.78, -1.96, -1.73, -0.41, 0.16, 0.24, 0.16, 0.06, -0.10, 0.07, // KindShare
        0.06, -0.12, -0.15, 0.07, 0.24, -1.87, 0.53, 0.09, -0.62, 0.81, // InScope, Lately, Fresh, UsesInMember, OnLine, OnLineBelow
        0.10, 1.31, 1.33, 1.38, 0.18, -0.40, -0.17, 0.41, 0.20, 1.87, // TargetSame, TargetEnds, TargetWords, Near, UsesInBuffer, JustWritten, OriginShare, OriginUses, StemShare, ChainShare
        2.13, -1.42, -0.01, 0.45, -2.80, -1.54, -3.78, // NextShare, JustUsed, Uses, Closes, ClosesNothing, BreaksWithin, EndsWithin
    ];

    // That no candidate comes, by how far the best place agrees.
    private static readonly double[] OfNone =
    [
        4.20, 4.45, 4.27, 3.73, 3.69, 3.29,
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
