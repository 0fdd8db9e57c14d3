using Glassbox.Completion.Corpus;
using Glassbox.Completion.Ranking;

namespace Glassbox.Completion.Words;

/// <summary>Orders words: by the contexts that were learned, and for the rest by frequency and distance.</summary>
/// <param name="prediction">What the contexts say; null where they say nothing.</param>
/// <param name="buffer">The buffer's numbers of words.</param>
/// <param name="isMember">The place is behind an operator that leads to a member.</param>
/// <param name="reach">How far around the cursor words were read.</param>
internal sealed class WordScores(Prediction? prediction, BufferTokens buffer, bool isMember, int reach)
{
    private const double NearWeight = 40;
    private const double PerDoubling = 8;

    // What a context says outweighs all else: this much for each factor of e.
    private const double PerFactor = 14;
    private const double Floor = 0.0005;

    // A word that was never used at such a place.
    private const double Misplaced = 60;

    // The share of what was never seen, among words that begin as typed.
    private const double Unseen = 0.05;

    /// <summary>The probability that a word stands here.</summary>
    public double ProbabilityOf(string word) => buffer.Find(word) is var number and not 0 ? prediction?.Of(number) ?? 0 : 0;

    /// <summary>What the probabilities of words that begin as typed add up to.</summary>
    public static double Total(List<OfferedWord> words, string typed) =>
        typed.Length == 0 ? 1 : words.Where(word => word.Match >= NameMatch.PrefixIgnoringCase).Sum(word => word.Probability) + Unseen;

    /// <summary>Higher is better.</summary>
    public double Of(in WordFacts facts, double probability)
    {
        var uses = facts.Uses;
        var score = (PerDoubling * Math.Log2(1 + uses.Count)) + (NearWeight / (1 + (Math.Min(facts.Distance, reach) / 400.0))) + (PerFactor * Math.Log(1 + (probability / Floor)));
        var isMisplaced = isMember ? uses.AsMember == 0 : uses.AsMember > 0 && uses.AsMember == uses.Count;
        return isMisplaced ? score - Misplaced : score;
    }
}
