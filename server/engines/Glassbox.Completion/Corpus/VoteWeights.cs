namespace Glassbox.Completion.Corpus;

/// <summary>
/// What likenesses count: logarithms that are added, so that a place's vote is their product. Fitted by maximum likelihood of the
/// next token on held-out files of Humanizer, ImageSharp, MassTransit, Newtonsoft.Json, LiteDB, jellyfin and Polly.
/// </summary>
internal static class VoteWeights
{
    /// <summary>Tokens behind a line are compared no further.</summary>
    public const int MostBehind = 12;

    /// <summary>The weight of what was never seen.</summary>
    public static readonly double Unseen = Math.Exp(2.51);

    // By Likeness.Exact.
    private static readonly double[] ByExact =
    [
        -0.89, -1.16, 0.01, 0.91, 1.51, 1.16, 1.16, 1.94, 2.27, 2.09, 2.56, 2.59, 3.77,
    ];

    // By Likeness.Alike.
    private static readonly double[] ByAlike =
    [
        1.74, 1.48, 2.38, 2.46, 2.95, 3.22, 4.01, 4.01, 4.30, 4.39, 4.84, 5.11, 4.66, 5.05, 5.15, 5.47, 5.01,
        5.81, 5.87, 5.80, 5.94, 6.15, 5.95, 6.47, 6.30, 6.21, 6.28, 6.41, 6.91, 6.70, 7.12, 6.79, 7.46,
    ];

    // By how much Likeness.Loose goes beyond it.
    private static readonly double[] ByLoose =
    [
        0.07, -0.58, -0.54, -0.42, -0.53, -0.14, -0.11, 0.05, 0.24, 0.47, -0.15, 0.71, 0.68, 0.25, 1.31, 1.01, 1.54,
    ];

    // By Likeness.Behind, one further.
    private static readonly double[] ByBehind =
    [
        -0.19, -0.01, -0.20, -0.39, -0.59, -0.18, -0.50, -0.19, -0.34, -0.22, 0.57, -0.19, -0.28, -0.09,
    ];

    // By Likeness.Line.
    private static readonly double[] ByLine =
    [
        -1.48, 0.31, -1.41, -2.11,
    ];

    // By Likeness.Nearness: another folder, the same folder; before the cursor, from near to far (6); behind it (4).
    private static readonly double[] ByNear =
    [
        -2.34, 0.09, 1.01, 1.14, 0.79, -0.04, -1.14, -0.92, 1.20, 0.19, -3.18, 0.00,
    ];

    // By Likeness.Kind: a line break; word, local, string, number, the file's own name, its subject, another name; a local, a name that is renamed; a local that could not be told.
    private static readonly double[] ByKind =
    [
        0.06, 0.25, 0.39, -4.14, -0.88, 0.07, -0.68, -0.78, -0.27, -0.82, -1.55,
    ];

    /// <summary>The weight of a place.</summary>
    public static double Of(in Likeness likeness) => Math.Exp(
        At(ByExact, likeness.Exact) + At(ByAlike, likeness.Alike) + At(ByLoose, likeness.Loose - likeness.Alike) + At(ByBehind, likeness.Behind + 1)
        + At(ByLine, likeness.Line) + At(ByNear, likeness.Nearness) + At(ByKind, likeness.Kind));

    private static double At(double[] weights, int index) => weights[Math.Min(index, weights.Length - 1)];
}
