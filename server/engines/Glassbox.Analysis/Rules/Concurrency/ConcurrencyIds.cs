namespace Glassbox.Analysis.Rules.Concurrency;

/// <summary>The ids of the rules about threads and locks. An id is never given to another rule.</summary>
internal static class ConcurrencyIds
{
    public const string LockTarget = "GB3201";
    public const string LockNotReleased = "GB3202";
    public const string DoubleLock = "GB3203";
    public const string DoubleCheckedLocking = "GB3204";
    public const string NonAtomicUpdate = "GB3205";
    public const string ThreadStaticValue = "GB3206";
    public const string SharedStaticCollection = "GB3207";
    public const string UnsafeLazyStatic = "GB3208";
}
