using System.Runtime.InteropServices;
using Glassbox.Completion.Ranking;

namespace Glassbox.Completion.Counts;

/// <summary>How often each token followed contexts of each length.</summary>
internal sealed class NextToken
{
    private readonly Dictionary<int, Seen>?[] levels = new Dictionary<int, Seen>?[TokenEvidence.Longest + 1];

    /// <summary>Adds occurrences, or with negative numbers takes them out again.</summary>
    /// <param name="length">The context's length.</param>
    /// <param name="token">What followed it.</param>
    /// <param name="count">How often.</param>
    /// <param name="weight">What that counts.</param>
    public void Add(int length, int token, int count, double weight)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(levels[length] ??= [], token, out _);
        // Learning goes on meanwhile, so that the copy that is taken out may be gone already.
        seen = new Seen(Math.Max(0, seen.Count + count), Math.Max(0, seen.Weight + weight));
    }

    /// <summary>Corrects a belief about candidates by every context, the longest last.</summary>
    /// <param name="numbers">The candidates' numbers in the lexicon.</param>
    /// <param name="belief">Sums to one; changed in place.</param>
    /// <param name="trust">See <see cref="Posterior.Refine"/>.</param>
    /// <param name="shortest">The shortest context that is asked.</param>
    /// <param name="longest">The longest.</param>
    public void Refine(ReadOnlySpan<int> numbers, Span<double> belief, double trust, int shortest = 1, int longest = TokenEvidence.Longest)
    {
        var counts = new double[numbers.Length];
        foreach (var level in levels.AsSpan(shortest, longest - shortest + 1))
        {
            if (level is null) continue;
            for (var i = 0; i < numbers.Length; i++)
                counts[i] = level.GetValueOrDefault(numbers[i] << 1).Weight + level.GetValueOrDefault((numbers[i] << 1) | 1).Weight;
            Posterior.Refine(belief, counts, trust);
        }
    }

    /// <summary>The likeliest of all tokens that ever followed, by the same interpolation; null where nothing did.</summary>
    /// <param name="shortest">Shorter contexts say too little.</param>
    /// <param name="trust">As in <see cref="Refine"/>.</param>
    /// <param name="fits">Which tokens may be taken.</param>
    public (int Token, double Probability, int Count)? Likeliest(int shortest, double trust, Func<int, bool> fits)
    {
        var probabilities = new Dictionary<int, double>();
        var counts = new Dictionary<int, int>();
        for (var length = shortest; length < levels.Length; length++)
        {
            var level = levels[length]?.Where(one => one.Value.Weight > 0 && fits(one.Key)).ToList() ?? [];
            if (level.Count == 0) continue;
            var total = level.Sum(one => one.Value.Weight);
            foreach (var known in probabilities.Keys.ToArray()) probabilities[known] = trust * probabilities[known] / (total + trust);
            foreach (var (token, seen) in level)
            {
                probabilities[token] = probabilities.GetValueOrDefault(token) + (seen.Weight / (total + trust));
                counts[token] = seen.Count;
            }
        }

        if (probabilities.Count == 0) return null;
        var best = probabilities.MaxBy(candidate => (candidate.Value, -candidate.Key));
        return (best.Key, best.Value, counts[best.Key]);
    }

    private readonly record struct Seen(int Count, double Weight);
}
