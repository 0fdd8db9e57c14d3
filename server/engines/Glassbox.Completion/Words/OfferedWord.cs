using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Words;

/// <summary>A word with what decides its rank.</summary>
/// <param name="Text">The word.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Facts">Its uses.</param>
/// <param name="Match">How well it fits what is typed.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Probability">That it stands here, by contexts alone.</param>
internal readonly record struct OfferedWord(string Text, CandidateKind Kind, WordFacts Facts, NameMatch Match, double Score, double Probability)
{
    /// <summary>Best first; names decide between equals, so that the order is stable.</summary>
    public static int Compare(OfferedWord left, OfferedWord right)
    {
        var order = ClassOf(right.Match).CompareTo(ClassOf(left.Match));
        if (order != 0) return order;
        order = right.Score.CompareTo(left.Score);
        return order != 0 ? order : string.CompareOrdinal(left.Text, right.Text);
    }

    // A prefix is a prefix, in whatever case.
    private static int ClassOf(NameMatch match) => match >= NameMatch.PrefixIgnoringCase ? (int)NameMatch.PrefixIgnoringCase : (int)match;
}
