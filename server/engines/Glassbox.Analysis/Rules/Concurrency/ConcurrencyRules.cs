using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>The rules about threads and locks.</summary>
internal static class ConcurrencyRules
{
    /// <summary>In order of id.</summary>
    public static readonly ImmutableArray<RuleInfo> Infos =
    [
        ConcurrencyTexts.LockTarget,
        ConcurrencyTexts.LockNotReleased,
        ConcurrencyTexts.DoubleLock,
        ConcurrencyTexts.DoubleCheckedLocking,
        ConcurrencyTexts.NonAtomicUpdate,
        ConcurrencyTexts.ThreadStaticValue,
        ConcurrencyTexts.SharedStaticCollection,
        ConcurrencyTexts.UnsafeLazyStatic,
    ];

    public static readonly ImmutableArray<INodeRule> NodeRules =
    [
        new LockTargetRule(), new LockNotReleasedRule(), new DoubleLockRule(), new DoubleCheckedLockingRule(), new NonAtomicUpdateRule(),
        new ThreadStaticValueRule(), new SharedStaticCollectionRule(), new UnsafeLazyStaticRule(),
    ];
}
