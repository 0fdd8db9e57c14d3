namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>The ids of the rules about plain mistakes. An id is never given to another rule.</summary>
internal static class CorrectnessIds
{
    public const string SelfAssignment = "GB3301";
    public const string SelfComparison = "GB3302";
    public const string SameBranches = "GB3303";
    public const string RepeatedCondition = "GB3304";
    public const string AssignmentInCondition = "GB3305";
    public const string ConstantCondition = "GB3306";
    public const string StrayEmptyStatement = "GB3307";
    public const string WrongNullCheck = "GB3308";
    public const string NullCheckAfterUse = "GB3309";
    public const string IncompleteSwitch = "GB3310";
    public const string ReferenceComparison = "GB3311";
    public const string EqualsWithoutHashCode = "GB3312";
    public const string IncomparableEquals = "GB3313";
    public const string CultureComparison = "GB3314";
    public const string FloatEquality = "GB3315";
    public const string IntegerDivision = "GB3316";
    public const string LateWidening = "GB3317";
    public const string ShiftTooFar = "GB3318";
    public const string IndexOfPositive = "GB3319";
    public const string PastTheEnd = "GB3320";
    public const string SwallowedException = "GB3321";
    public const string CatchesEverything = "GB3322";
    public const string ThrowsGeneral = "GB3323";
    public const string RethrowLosesStack = "GB3324";
    public const string ThrowInFinally = "GB3325";
    public const string UncheckedReturn = "GB3326";
    public const string DeadStore = "GB3327";
    public const string UnusedPrivateMethod = "GB3328";
    public const string MixedClocks = "GB3329";
    public const string WrongArgumentOrder = "GB3330";
    public const string FormatArguments = "GB3331";
    public const string MultipleEnumeration = "GB3332";
    public const string CapturedLoopVariable = "GB3333";
    public const string ModifiedWhileEnumerated = "GB3334";
    public const string InfiniteRecursion = "GB3335";
    public const string InfiniteLoop = "GB3336";
    public const string DisposedUse = "GB3337";
    public const string DisposableField = "GB3338";
    public const string StringConcatInLoop = "GB3339";
    public const string RandomInLoop = "GB3340";
    public const string ForcedCollection = "GB3341";
    public const string ExitOutsideMain = "GB3342";
    public const string MutablePublicStatic = "GB3343";
    public const string ThreadControl = "GB3344";
    public const string SuspiciousComment = "GB3345";
}
