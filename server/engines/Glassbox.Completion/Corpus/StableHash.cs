namespace Glassbox.Completion.Corpus;

/// <summary>64-bit hashes for counting keys. At a million keys two of them meet with a probability below 10⁻⁷.</summary>
internal static class StableHash
{
    // FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var character in text) hash = (hash ^ character) * Prime;
        return Mix(hash, 0);
    }

    // The finalizer of SplitMix64 over a combination in which order matters.
    public static ulong Mix(ulong hash, ulong next)
    {
        var z = (hash * 0x9E3779B97F4A7C15) + next + 0x632BE59BD9B4E019;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
