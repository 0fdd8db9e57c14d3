namespace Glassbox.Completion.Corpus;

/// <summary>
/// What likenesses count: logarithms that are added, so that a place's vote is their product. Fitted by maximum likelihood of the
/// next token on held-out files of Humanizer, jellyfin, FluentValidation, LiteDB, MassTransit, ImageSharp and Newtonsoft.Json
/// (<c>tests/Glassbox.Eval --fit votes</c>).
/// </summary>
internal static class VoteWeights
{
    /// <summary>Tokens behind a line are compared no further.</summary>
    public const int MostBehind = 12;

    /// <summary>The weight of what was never seen.</summary>
    public static readonly double Unseen = Math.Exp(-0.21);

    // By Likeness.Exact.
    private static readonly double[] ByExact =
    [
        -2.50, -2.57, -0.18, 0.11, 0.69, 0.48, 0.80, 1.16, 2.16, 2.25,
        1.97, 2.47, 3.45,
    ];

    // By Likeness.Alike.
    private static readonly double[] ByAlike =
    [
        -2.10, -2.73, -1.70, -1.49, -0.53, 0.20, 0.65, 0.24, 0.40, 0.60,
        1.14, 1.26, 1.17, 1.00, 1.53, 1.78, 1.59, 1.46, 1.86, 1.28,
        1.39, 2.11, 2.30, 2.41, 1.94, 1.80, 2.30, 3.01, 3.27, 3.38,
        3.11, 2.70, 3.93,
    ];

    // By how much Likeness.Loose goes beyond it.
    private static readonly double[] ByLoose =
    [
        -0.55, -0.90, -0.92, -0.41, -0.49, -0.20, -0.28, 0.06, 0.00, 0.78,
        0.78, 1.05, 1.21, -0.15, 1.53, 1.50, 2.05,
    ];

    // By Likeness.Behind, one further.
    private static readonly double[] ByBehind =
    [
        6.65, -0.01, 0.35, 0.15, 0.36, 0.01, -0.47, 0.44, 0.29, 0.43,
        0.26, 0.46, 0.35, 0.51,
    ];

    // By Likeness.Line.
    private static readonly double[] ByLine =
    [
        0.04, 1.77, 0.44, -0.52,
    ];

    // By Likeness.Nearness: another folder, the same folder; before the cursor, from near to far (6); behind it (4).
    private static readonly double[] ByNear =
    [
        -1.72, 0.51, 2.07, 1.79, 1.21, 0.26, -0.16, -1.84, 2.22, 1.16,
        0.48, 0.00,
    ];

    // By Likeness.Kind: a line break; word, local, string, number, the file's own name, its subject, another name; a local, a name that is renamed; a local that could not be told.
    private static readonly double[] ByKind =
    [
        0.36, 0.79, 0.50, -3.03, -0.12, 0.47, -0.93, -0.21, -0.36, 0.13,
        1.03,
    ];

    // A product is cheaper than the logarithm's sum.
    private static readonly double[] OfExact = Array.ConvertAll(ByExact, Math.Exp);
    private static readonly double[] OfAlike = Array.ConvertAll(ByAlike, Math.Exp);
    private static readonly double[] OfLoose = Array.ConvertAll(ByLoose, Math.Exp);
    private static readonly double[] OfBehind = Array.ConvertAll(ByBehind, Math.Exp);
    private static readonly double[] OfLine = Array.ConvertAll(ByLine, Math.Exp);
    private static readonly double[] OfNear = Array.ConvertAll(ByNear, Math.Exp);
    private static readonly double[] OfKind = Array.ConvertAll(ByKind, Math.Exp);

    /// <summary>The weight of a place.</summary>
    public static double Of(in Likeness likeness) =>
        At(OfExact, likeness.Exact) * At(OfAlike, likeness.Alike) * At(OfLoose, likeness.Loose - likeness.Alike) * At(OfBehind, likeness.Behind + 1)
        * At(OfLine, likeness.Line) * At(OfNear, likeness.Nearness) * At(OfKind, likeness.Kind);

    private static double At(double[] weights, int index) => weights[Math.Min(index, weights.Length - 1)];
}
