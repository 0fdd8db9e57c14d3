namespace Glassbox.Completion.Ranking;

/// <summary>
/// What each <see cref="Feature"/> counts, as a logarithm of likelihood for each of its units. Fitted by maximum likelihood of the
/// name that stood there, on held-out files of Humanizer, jellyfin, FluentValidation, LiteDB, Newtonsoft.Json and ImageSharp
/// (<c>tests/Glassbox.Eval --fit ranking</c>);
/// but for the two that have a name. The last rows cross <see cref="CSharp.PlaceRole"/> (row) with
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
        0.57, 0.71, 0.12, -0.10, -0.36, 0.01, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        -0.22, 0.11, -0.06, 0.88, 0.52, 0.38, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        1.09, 0.83, 0.37, 1.34, ArmTaken, -0.41, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.16, 0.00, 1.56, 0.17, 0.00, 1.14, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        1.03, -1.32, 0.80, // Source, LearnedOnly, Static
        0.00, -0.69, -0.79, -0.25, -0.26, -0.65, 0.64, 0.33, 0.00, 0.00, 0.00, 0.00, -0.53, // Other
        0.00, 0.39, -0.62, -1.22, -0.28, -0.79, 0.12, 0.24, 0.00, -0.03, 0.00, 0.00, 0.78, // Statement
        0.00, -1.12, -0.20, -1.01, 0.31, -0.92, 0.20, 0.15, 0.00, -0.57, 0.57, 0.00, -0.39, // Value
        0.00, -0.40, 0.07, -0.36, -0.62, 0.17, 0.77, -0.60, 0.00, 0.14, 0.00, 0.00, -0.55, // Result
        0.00, -0.87, -0.50, -0.80, -0.68, -0.53, 0.82, 0.61, 0.00, -0.25, 0.00, 0.00, -0.85, // Argument
        0.00, -1.13, 0.53, -0.72, -1.22, 1.20, 0.21, -0.44, 0.00, -0.28, 0.00, 0.00, -0.33, // Condition
        0.00, -0.79, -1.05, -0.43, -0.26, -0.86, 0.62, 0.54, 0.00, 0.00, 0.00, 0.00, 0.00, // Operand
        0.00, -0.73, -0.34, 0.64, -0.54, -0.70, -0.74, 0.00, 0.00, 0.00, 0.00, 0.00, -0.24, // Awaited
        0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, // Type
    ];

    // Anywhere else.
    private static readonly double[] Names =
    [
        0.72, 0.94, -0.43, -0.03, 0.00, 0.00, // ContextLog, Context, ContextNone, UsesLog, OriginShare, OriginLog
        0.00, 0.00, 0.00, 0.00, 0.00, 0.66, // TypeShare, TypeLog, StemShare, ChainShare, NextShare, TargetSame
        0.60, 0.65, -0.14, 0.69, ArmTaken, 0.41, // TargetEnds, TargetWords, ParameterSame, MemberEnds, ArmTaken, Near
        0.20, -0.17, 0.00, 0.00, -1.42, ProximityOfNames, // BufferLog, JustWritten, DeclaredNext, JustUsed, Expected, Proximity
        0.68, 0.11, -0.32, // Source, LearnedOnly, Static
        -1.43, -0.85, 0.39, -0.01, -0.42, -0.17, -0.93, -0.92, 0.75, 1.14, -0.62, -1.13, 0.00, // Other
        -1.23, 0.67, -0.98, -0.72, 0.13, -0.33, 0.57, 0.27, -0.06, 0.56, -0.14, -0.76, 0.56, // Statement
        -0.53, 0.36, 0.38, -0.49, 0.93, -1.03, -0.13, -0.77, 0.31, -0.08, -0.33, -1.70, 0.00, // Value
        -0.20, -0.12, -1.11, -0.47, 0.60, 0.05, 0.18, -0.92, 0.40, -0.19, -0.66, -1.30, -0.03, // Result
        -0.90, 0.18, -0.70, -0.56, 0.26, -0.61, -0.20, -1.51, 0.63, 0.01, -0.85, -0.95, -0.45, // Argument
        -0.31, -0.60, 0.59, -0.57, -0.56, 0.42, -0.66, -0.81, 0.62, -0.23, -0.54, -1.18, -0.19, // Condition
        -0.39, -0.62, -0.30, -0.43, 0.39, -0.31, 0.10, -0.57, 0.39, 0.27, -0.61, -1.15, 0.00, // Operand
        0.00, -0.23, -0.06, 0.18, -0.15, -0.03, -0.03, -0.02, -0.35, 0.17, -0.27, -0.44, 0.00, // Awaited
        -0.73, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.86, 0.08, -1.15, 0.00, // Type
    ];

    /// <summary>The weights after a dot, or anywhere else.</summary>
    public static ReadOnlySpan<double> At(bool isMember) => isMember ? Members : Names;
}
