using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>The rules about plain mistakes.</summary>
internal static class CorrectnessRules
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> Infos =
    [
        ConditionTexts.SelfAssignment,
        ConditionTexts.SelfComparison,
        ConditionTexts.SameBranches,
        ConditionTexts.RepeatedCondition,
        ConditionTexts.AssignmentInCondition,
        ConditionTexts.ConstantCondition,
        ConditionTexts.StrayEmptyStatement,
        ConditionTexts.WrongNullCheck,
        ConditionTexts.NullCheckAfterUse,
        ConditionTexts.IncompleteSwitch,
        ComparisonTexts.ReferenceComparison,
        ComparisonTexts.EqualsWithoutHashCode,
        ComparisonTexts.IncomparableEquals,
        ComparisonTexts.CultureComparison,
        ComparisonTexts.FloatEquality,
        ArithmeticTexts.IntegerDivision,
        ArithmeticTexts.LateWidening,
        ArithmeticTexts.ShiftTooFar,
        ArithmeticTexts.IndexOfPositive,
        ArithmeticTexts.PastTheEnd,
        ExceptionTexts.SwallowedException,
        ExceptionTexts.CatchesEverything,
        ExceptionTexts.ThrowsGeneral,
        ExceptionTexts.RethrowLosesStack,
        ExceptionTexts.ThrowInFinally,
        ValueTexts.UncheckedReturn,
        ValueTexts.DeadStore,
        ValueTexts.UnusedPrivateMethod,
        ValueTexts.MixedClocks,
        ValueTexts.WrongArgumentOrder,
        ValueTexts.FormatArguments,
        LoopTexts.MultipleEnumeration,
        LoopTexts.CapturedLoopVariable,
        LoopTexts.ModifiedWhileEnumerated,
        LoopTexts.InfiniteRecursion,
        LoopTexts.InfiniteLoop,
        LifetimeTexts.DisposedUse,
        LifetimeTexts.DisposableField,
        LoopTexts.StringConcatInLoop,
        LoopTexts.RandomInLoop,
        LifetimeTexts.ForcedCollection,
        LifetimeTexts.ExitOutsideMain,
        LifetimeTexts.MutablePublicStatic,
        LifetimeTexts.ThreadControl,
        LifetimeTexts.SuspiciousComment,
    ];

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new SelfAssignmentRule(), new SelfComparisonRule(), new SameBranchesRule(), new RepeatedConditionRule(), new AssignmentInConditionRule(),
        new ConstantConditionRule(), new StrayEmptyStatementRule(), new WrongNullCheckRule(), new NullCheckAfterUseRule(), new IncompleteSwitchRule(),
        new ReferenceComparisonRule(), new EqualsWithoutHashCodeRule(), new IncomparableEqualsRule(), new CultureComparisonRule(), new FloatEqualityRule(),
        new IntegerDivisionRule(), new LateWideningRule(), new ShiftTooFarRule(), new IndexOfPositiveRule(), new PastTheEndRule(),
        new SwallowedExceptionRule(), new CatchesEverythingRule(), new ThrowsGeneralRule(), new RethrowLosesStackRule(), new ThrowInFinallyRule(),
        new UncheckedReturnRule(), new DeadStoreRule(), new UnusedPrivateMethodRule(), new MixedClocksRule(), new WrongArgumentOrderRule(),
        new FormatArgumentsRule(), new MultipleEnumerationRule(), new CapturedLoopVariableRule(), new ModifiedWhileEnumeratedRule(), new InfiniteRecursionRule(),
        new InfiniteLoopRule(), new DisposedUseRule(), new DisposableFieldRule(), new StringConcatInLoopRule(), new RandomInLoopRule(),
        new ForcedCollectionRule(), new ExitOutsideMainRule(), new MutablePublicStaticRule(), new ThreadControlRule(), new SuspiciousCommentRule(),
    ];
}
