namespace Glassbox.Completion.Ranking;

/// <summary>
/// What each <see cref="Feature"/> counts, as a logarithm of likelihood for each of its units. Fitted by maximum likelihood of the
/// name that stood there, on held-out files of Humanizer, jellyfin, spectre.console, LiteDB, FluentValidation
/// and Newtonsoft.Json;
/// but for <see cref="Feature.ArmTaken"/>, which the compiler decides. The last rows cross <see cref="CSharp.PlaceRole"/> (row) with
/// <see cref="CSharp.CandidateRole"/> (column).
/// </summary>
internal static class RankingWeights
{
    // Behind a dot.
    private static readonly double[] Members =
    [
        0.31, 2.25, 0.09, 0.01, -0.61, 0.25, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        -0.10, 0.05, -0.64, 1.84, 1.19, 1.22, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        2.00, 2.19, 0.69, 2.12, -9.21, 0.22, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.30, -1.02, 1.69, 0.07, 0.00, 3.05, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        1.11, -2.19, 0.40, // Source, LearnedOnly, Static
        0.00, -0.62, -0.28, -0.06, 0.71, -0.47, 0.29, 0.04, 0.00, 0.00, 0.00, 0.00, 0.00, // Other
        0.00, 0.58, -0.29, -0.76, -0.27, 0.31, -0.18, -0.04, 0.00, -0.03, 0.00, 0.00, -0.17, // Statement
        0.00, -1.40, -0.43, -0.32, 0.41, -0.71, 0.55, 0.24, 0.00, 0.01, -0.03, 0.00, -0.01, // Value
        0.00, 0.09, 0.34, -0.10, -0.03, -0.53, 0.19, -0.58, 0.00, -0.07, 0.07, 0.00, -0.01, // Result
        0.00, -0.99, -0.25, -0.43, -0.08, -0.70, 0.87, 0.18, 0.00, 0.16, -0.13, 0.00, -0.12, // Argument
        0.00, -1.81, 1.12, -0.19, -1.78, 1.06, 0.34, 0.09, 0.00, -0.04, 0.00, 0.00, -0.10, // Condition
        0.00, -0.34, -1.17, -0.05, -0.21, -0.62, 0.95, 0.67, 0.00, 0.01, -0.01, 0.00, 0.00, // Operand
        0.00, -0.21, -0.25, 0.86, -0.01, -0.30, -0.70, -0.00, 0.00, 0.00, 0.00, 0.00, -0.04, // Awaited
        0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, // Type
    ];

    // Anywhere else.
    private static readonly double[] Names =
    [
        0.41, 2.70, 0.07, 0.04, 0.00, 0.00, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        0.00, 0.00, 0.00, 0.00, 0.00, 0.59, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        1.17, 0.86, -0.34, 0.59, -9.21, 0.61, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.29, -1.29, 0.00, 0.00, -2.24, 1.80, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        -0.22, -0.66, 0.08, // Source, LearnedOnly, Static
        -1.29, -0.07, -0.09, -0.03, 0.13, -0.07, 0.97, -0.47, 1.06, 0.83, -0.18, -1.15, 0.00, // Other
        -1.71, 0.06, -0.30, -0.37, -0.59, 1.37, 1.10, -0.11, 0.74, 0.35, -0.77, -0.82, -0.00, // Statement
        -0.03, -0.15, -0.17, -0.07, 0.84, -0.87, -0.23, -1.13, 0.98, 0.57, -0.28, -1.22, -0.00, // Value
        -0.00, -0.51, -0.52, 0.49, 1.10, -0.37, 0.43, -1.64, 0.54, 0.34, 0.83, -1.38, -0.00, // Result
        -0.16, -0.10, 0.16, -0.20, 0.63, 0.02, 0.91, -1.95, 1.13, 0.58, -0.69, -1.13, 0.00, // Argument
        -0.05, -0.28, 0.46, -0.10, -0.20, 1.05, 0.59, -0.33, 0.06, -0.58, -0.42, -1.16, 0.00, // Condition
        -0.01, -0.07, -0.07, 0.68, 0.11, -0.03, 0.17, -1.48, 1.12, 0.90, -0.07, -1.24, 0.00, // Operand
        -0.00, -0.05, -0.02, 0.58, -0.09, -0.04, 0.28, -0.00, -0.30, 0.01, -0.07, -0.54, 0.00, // Awaited
        0.50, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 1.09, -1.00, -1.11, 0.00, // Type
    ];

    /// <summary>The weights after a dot, or anywhere else.</summary>
    public static ReadOnlySpan<double> At(bool isMember) => isMember ? Members : Names;
}
