using System.Runtime.InteropServices;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Says which of a popup's first entries are so probably meant that it marks them, and which one it chooses. Scores are logarithms
/// of likelihoods, so that their softmax over what still fits is the probability of each.
/// </summary>
internal static class Likely
{
    /// <summary>No entry is chosen.</summary>
    public const int None = -1;

    // What is not seen without scrolling needs no mark.
    private const int MostMarked = 5;
    private const double Marked = 0.2;
    private const double Chosen = 0.6;

    /// <summary>Marks entries in place.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="isScored">Their scores are likelihoods, which in comments and strings they are not.</param>
    /// <returns>The index of the entry that is chosen unless another is typed, or <see cref="None"/>.</returns>
    public static int Mark(List<RankedEntry> ranked, bool isScored)
    {
        if (isScored && ranked.Count > 0 && IsBegun(ranked[0].Match))
        {
            var entries = CollectionsMarshal.AsSpan(ranked);
            var all = Normalizer(entries);
            for (var i = 0; i < Math.Min(MostMarked, entries.Length) && IsBegun(entries[i].Match); i++)
            {
                var probability = Math.Exp(entries[i].Score - all);
                entries[i] = entries[i] with { IsLikely = probability >= Marked };
            }

            if (Math.Exp(entries[0].Score - all) >= Chosen) return MemberOf(ranked, ranked[0]) is var member and not None ? member : 0;
        }

        return ranked.FindIndex(static entry => entry.Entry.IsExpected && entry.Match > NameMatch.Subsequence);
    }

    // "Color" is on the way to "Color.Red", where one of these is expected.
    private static int MemberOf(List<RankedEntry> ranked, RankedEntry type)
    {
        var name = type.Entry.Label;
        if (type.Entry.Kind != CandidateKind.Enum) return None;
        // Who wrote the type in full goes on to its dot.
        return ranked.FindIndex(entry =>
            entry.Entry.IsExpected && entry.Match >= type.Match && entry.Entry.Label.Length > name.Length && entry.Entry.Label[name.Length] == '.'
            && entry.Entry.Label.StartsWith(name, StringComparison.Ordinal));
    }

    // Letters that only occur in a name say too little of it; the order puts such names behind all that begin so.
    private static bool IsBegun(NameMatch match) => match >= NameMatch.PrefixIgnoringCase;

    // The logarithm of the sum of likelihoods, against the greatest of them: they are far apart.
    private static double Normalizer(ReadOnlySpan<RankedEntry> ranked)
    {
        var greatest = double.NegativeInfinity;
        foreach (ref readonly var entry in ranked) if (IsBegun(entry.Match)) greatest = Math.Max(greatest, entry.Score);
        var sum = 0.0;
        foreach (ref readonly var entry in ranked) if (IsBegun(entry.Match)) sum += Math.Exp(entry.Score - greatest);
        return greatest + Math.Log(sum);
    }
}
