namespace Glassbox.Completion.Ranking;

/// <summary>The words that a name is made of.</summary>
internal static class NameWords
{
    /// <summary>The share of words that two names have in common, from 0 to 1, whatever their case.</summary>
    public static double Shared(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<ulong> first = stackalloc ulong[16];
        Span<ulong> second = stackalloc ulong[16];
        var (ours, theirs) = (Read(left, first), Read(right, second));
        if (ours == 0 || theirs == 0) return 0;
        var common = 0;
        foreach (var word in first[..ours])
        {
            if (second[..theirs].Contains(word)) common++;
        }

        return (double)common / (ours + theirs - common);
    }

    private static int Read(ReadOnlySpan<char> name, Span<ulong> into)
    {
        var count = 0;
        var start = 0;
        for (var at = 1; at <= name.Length && count < into.Length; at++)
        {
            var ends = at == name.Length || name[at] == '_' || (char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))));
            if (!ends) continue;
            var word = name[start..at].Trim('_');
            if (word.Length > 1) into[count++] = Corpus.Lexicon.StemOf(word);
            start = at;
        }

        return count;
    }
}
