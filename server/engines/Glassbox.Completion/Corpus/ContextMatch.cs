using System.Runtime.CompilerServices;

namespace Glassbox.Completion.Corpus;

/// <summary>How far two contexts agree, in tokens, the nearest first; each length by what its chain hashes.</summary>
/// <param name="Exact">The same words.</param>
/// <param name="Alike">The same but for names of locals and values of literals.</param>
/// <param name="Loose">Where a few other names may differ, too; at least <paramref name="Alike"/>.</param>
internal readonly record struct ContextMatch(int Exact, int Alike, int Loose)
{
    // Names that may differ before two contexts are no longer loosely alike.
    private const int MostSwaps = 8;

    private const int LongestRest = 60;

    /// <summary>Compares what stands before a place with a context.</summary>
    /// <param name="source">The tokens that the place lies in.</param>
    /// <param name="place">Behind the tokens that are compared.</param>
    /// <param name="first">The first token that may be compared.</param>
    /// <param name="context">Tokens, the nearest last.</param>
    // Some hundred times for every token that is proposed: worth compiling well at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ContextMatch Between(ReadOnlySpan<int> source, int place, int first, ReadOnlySpan<int> context)
    {
        var longest = Math.Min(Math.Min(place - first, context.Length), ContextEvidence.Longest);
        var theirs = source.Slice(place - longest, longest);
        var ours = context[(context.Length - longest)..];
        var (exact, alike, swaps) = (-1, -1, 0);
        var at = longest - 1;
        for (; at >= 0 && at < theirs.Length && at < ours.Length; at--)
        {
            var (their, our) = (theirs[at], ours[at]);
            if (their == our && their != Token.Gap) continue;
            if (their == Token.Gap) break;
            if (exact < 0 && Token.NumberOf(their) != Token.NumberOf(our)) exact = longest - 1 - at;
            if (Token.TemplateOf(their) == Token.TemplateOf(our)) continue;
            if (alike < 0) alike = longest - 1 - at;
            if (!Token.IsName(their) || !Token.IsName(our) || ++swaps > MostSwaps) break;
        }

        var loose = longest - 1 - at;
        if (alike < 0) alike = loose;
        if (exact >= 0) return new ContextMatch(exact, alike, loose);
        // The same words of other classes.
        for (; at >= 0 && Token.NumberOf(theirs[at]) == Token.NumberOf(ours[at]) && theirs[at] != Token.Gap; at--)
        {
        }

        return new ContextMatch(longest - 1 - at, alike, loose);
    }

    /// <summary>
    /// How many tokens of the line that follows there are like those of the line that follows here: templates are copied line by line.
    /// </summary>
    /// <param name="source">The tokens that the place lies in.</param>
    /// <param name="place">Somewhere on a line.</param>
    /// <param name="behind">The tokens behind the cursor's line.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Behind(ReadOnlySpan<int> source, int place, ReadOnlySpan<int> behind)
    {
        var rest = source.Slice(place, Math.Min(source.Length - place, LongestRest));
        var end = 0;
        while (end < rest.Length && rest[end] != Token.Gap && !Token.IsBreak(rest[end])) end++;
        // Behind its document's last line stands another document, which has nothing to do with it.
        if (end >= rest.Length || rest[end] == Token.Gap) return 0;
        var theirs = source[(place + end + 1)..];
        var most = Math.Min(Math.Min(theirs.Length, behind.Length), VoteWeights.MostBehind);
        var length = 0;
        while (length < most && Token.TemplateOf(theirs[length]) == Token.TemplateOf(behind[length]) && behind[length] != Token.Gap) length++;
        return length;
    }

    /// <summary>Finds a word among the tokens before a place.</summary>
    /// <param name="source">The tokens that the place lies in.</param>
    /// <param name="place">Behind the tokens that are looked at.</param>
    /// <param name="most">How many are looked at.</param>
    /// <param name="number">The word.</param>
    /// <returns>How many tokens back it stands; 0 where it does not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int BackTo(ReadOnlySpan<int> source, int place, int most, int number)
    {
        var before = source.Slice(place - most, most);
        for (var at = before.Length - 1; at >= 0; at--)
        {
            if (Token.NumberOf(before[at]) == number) return before.Length - at;
        }

        return 0;
    }
}
