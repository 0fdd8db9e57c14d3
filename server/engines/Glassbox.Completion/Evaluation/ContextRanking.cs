using System.Runtime.InteropServices;
using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Evaluation;

/// <summary>
/// The baseline that others are measured against: a nested-cache n-gram. Exact contexts of up to six tokens, interpolated from the
/// shortest to the longest, with the buffer as a cache that counts more.
/// </summary>
internal static class ContextRanking
{
    private const int Longest = 6;
    private const double Trust = 2;
    private const double CacheWeight = 3;

    /// <summary>The place of a name among some others, from 0; -1 if it is not among them.</summary>
    public static int RankOf(string truth, IReadOnlyList<string> names, ContextEvidence evidence)
    {
        var probabilities = Probabilities(evidence, evidence.Buffer.Before);
        return names.OrderByDescending(name => evidence.Buffer.Find(name) is var number and not 0 ? probabilities.GetValueOrDefault(number) : 0)
            .ThenBy(name => name, StringComparer.Ordinal)
            .ToList().IndexOf(truth);
    }

    /// <summary>The probability of each next token, by its number.</summary>
    public static Dictionary<int, double> Probabilities(ContextEvidence evidence, ReadOnlySpan<int> context)
    {
        var places = new List<Occurrence>();
        evidence.Find(context, places);
        var levels = new Dictionary<int, double>[Longest + 1];
        foreach (var place in places)
        {
            // Names as they were written: renaming is not this baseline's.
            var number = Token.NumberOf(evidence.TokensOf(place.Origin)[place.Place]);
            for (var level = Math.Min((int)place.Likeness.Exact, Longest); level > 0; level--)
                CollectionsMarshal.GetValueRefOrAddDefault(levels[level] ??= [], number, out _) += place.Origin == TokenOrigin.Workspace ? 1 : CacheWeight;
        }

        var belief = new Dictionary<int, double>();
        foreach (var level in levels.OfType<Dictionary<int, double>>())
        {
            var total = level.Values.Sum();
            foreach (var known in belief.Keys.ToArray()) belief[known] *= Trust / (total + Trust);
            foreach (var (number, count) in level) CollectionsMarshal.GetValueRefOrAddDefault(belief, number, out _) += count / (total + Trust);
        }

        return belief;
    }
}
