using Glassbox.Completion.Ranking;

namespace Glassbox.Completion.CSharp;

/// <summary>An entry with its rank for what is typed.</summary>
/// <param name="Entry">The candidate.</param>
/// <param name="Key">Finds it again in its session.</param>
/// <param name="Namespace">What must be imported, or null.</param>
/// <param name="Match">How well it fits what is typed.</param>
/// <param name="Score">Proximity and usage; higher is better.</param>
internal readonly record struct RankedEntry(PopupEntry Entry, string Key, string? Namespace, NameMatch Match, double Score)
{
    /// <summary>So probably what comes that the popup marks it.</summary>
    public bool IsLikely { get; init; }

    /// <summary>Best first; names decide between equals, so that the order is stable.</summary>
    public static int Compare(RankedEntry left, RankedEntry right)
    {
        var order = Class(right.Match).CompareTo(Class(left.Match));
        if (order != 0) return order;
        order = right.Score.CompareTo(left.Score);
        if (order != 0) return order;
        order = string.CompareOrdinal(left.Entry.Label, right.Entry.Label);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }

    // People type lower case; a prefix is a prefix. The case only tips the score.
    private static int Class(NameMatch match) => match >= NameMatch.PrefixIgnoringCase ? (int)NameMatch.PrefixIgnoringCase : (int)match;
}
