namespace Glassbox.Completion.Ranking;

/// <summary>
/// What each <see cref="Feature"/> counts, as a logarithm of likelihood for each of its units. Fitted by maximum likelihood of the
/// name that stood there, on held-out files of Humanizer, jellyfin, FluentValidation, LiteDB, Newtonsoft.Json and ImageSharp
/// (<c>tests/Glassbox.Eval --fit ranking</c>);
/// but for <see cref="ArmTaken"/> and <see cref="ProximityOfNames"/>, which are set by hand. The last rows cross <see cref="CSharp.PlaceRole"/> (row) with
/// <see cref="CSharp.CandidateRole"/> (column).
/// </summary>
internal static class RankingWeights
{
    /// <summary>An arm that a switch has already is not written again.</summary>
    public const double ArmTaken = -9.21;

    /// <summary>What nearness counts for names that do not stand behind a dot: enough to order them before anything was learned.</summary>
    public const double ProximityOfNames = 1.8;

    // Behind a dot.
    private static readonly double[] Members =
    [
        0.56, 0.72, 0.07, -0.10, -0.40, 0.00, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        -0.25, 0.12, -0.10, 0.87, 0.53, 0.40, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        1.04, 0.85, 0.40, 1.32, ArmTaken, -0.44, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.16, 0.01, 1.57, 0.17, 0.00, 1.17, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        1.05, -1.44, 0.90, // Source, LearnedOnly, Static
        0.00, -0.63, -0.74, -0.24, -0.25, -0.66, 0.61, 0.29, 0.00, 0.00, 0.00, 0.00, -0.49, // Other
        0.00, 0.41, -0.58, -1.24, -0.20, -0.78, 0.15, 0.23, 0.00, -0.03, 0.00, 0.00, 0.77, // Statement
        0.00, -1.15, -0.20, -1.12, 0.32, -0.76, 0.20, 0.19, 0.00, -0.61, 0.57, 0.00, -0.54, // Value
        0.00, -0.50, 0.02, -0.42, -0.61, 0.12, 0.74, -0.49, 0.00, 0.14, 0.00, 0.00, -0.56, // Result
        0.00, -0.82, -0.49, -0.78, -0.68, -0.55, 0.79, 0.70, 0.00, -0.23, 0.00, 0.00, -0.77, // Argument
        0.00, -1.05, 0.54, -0.73, -1.21, 1.26, 0.25, -0.40, 0.00, -0.26, 0.00, 0.00, -0.34, // Condition
        0.00, -0.90, -1.27, -0.41, -0.25, -0.95, 0.58, 0.75, 0.00, 0.00, 0.00, 0.00, 0.00, // Operand
        0.00, -0.75, -0.35, 0.63, -0.55, -0.83, -0.80, 0.00, 0.00, 0.00, 0.00, 0.00, -0.23, // Awaited
        0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, // Type
    ];

    // Anywhere else.
    private static readonly double[] Names =
    [
        0.72, 0.96, -0.38, 0.02, 0.00, 0.00, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        0.00, 0.00, 0.00, 0.00, 0.00, 0.65, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        0.64, 0.68, -0.23, 0.67, ArmTaken, 0.40, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.17, -0.19, 0.00, 0.00, -1.66, ProximityOfNames, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        0.38, 0.15, -0.05, // Source, LearnedOnly, Static
        -1.32, -0.63, 0.35, -0.01, -0.15, -0.06, -0.72, -0.96, 0.70, 1.30, -0.59, -1.23, 0.00, // Other
        -1.26, 0.63, -0.69, -0.52, 0.05, -0.21, 0.67, 0.27, -0.18, 0.74, 0.00, -0.86, 0.56, // Statement
        -0.42, 0.11, 0.35, -0.54, 0.95, -1.00, -0.11, -0.92, 0.21, 0.18, -0.19, -1.69, 0.00, // Value
        -0.18, -0.33, -1.06, -0.41, 0.52, 0.06, 0.26, -0.93, 0.31, 0.06, -0.45, -1.33, -0.05, // Result
        -0.96, -0.23, -0.39, -0.54, 0.27, -0.54, 0.00, -1.71, 0.57, 0.35, -0.85, -0.96, -0.38, // Argument
        -0.21, -0.52, 0.59, -0.23, -0.58, 0.45, -0.53, -0.71, 0.52, -0.20, -0.38, -1.33, -0.18, // Condition
        -0.21, -0.59, -0.37, -0.29, 0.24, -0.27, 0.15, -0.68, 0.28, 0.54, -0.46, -1.15, -0.08, // Operand
        0.00, -0.21, -0.04, 0.19, -0.12, -0.03, -0.02, -0.02, -0.44, 0.23, -0.07, -0.49, 0.00, // Awaited
        -0.50, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 1.03, 0.04, -1.29, 0.00, // Type
    ];

    /// <summary>The weights after a dot, or anywhere else.</summary>
    public static ReadOnlySpan<double> At(bool isMember) => isMember ? Members : Names;
}
