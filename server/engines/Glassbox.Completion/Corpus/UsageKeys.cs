namespace Glassbox.Completion.Corpus;

/// <summary>What the use of names is counted by.</summary>
internal static class UsageKeys
{
    /// <summary>A name that stands alone.</summary>
    public static ulong Name(int name) => StableHash.Mix(1, (ulong)name);

    /// <summary>A name after a dot.</summary>
    public static ulong Member(int name) => StableHash.Mix(2, (ulong)name);

    /// <summary>A name after the dot behind something of an <see cref="Origins">origin</see>.</summary>
    public static ulong OfOrigin(ulong origin, int name) => Mix(3, origin, (ulong)name);

    /// <summary>A member that follows the result of a call, such as <c>ToList</c> after <c>Where(…)</c>.</summary>
    public static ulong Chained(int called, int name) => Mix(4, (ulong)called, (ulong)name);

    /// <summary>A member that is used next on the same receiver, such as <c>Read</c> after <c>Open</c>.</summary>
    public static ulong Next(int receiver, int previous, int name) => Mix(StableHash.Mix(5, (ulong)receiver), (ulong)previous, (ulong)name);

    /// <summary>A member of receivers that are called alike.</summary>
    public static ulong OfStem(ulong stem, int name) => Mix(6, stem, (ulong)name);

    private static ulong Mix(ulong kind, ulong first, ulong second) => StableHash.Mix(StableHash.Mix(kind, first), second);
}
