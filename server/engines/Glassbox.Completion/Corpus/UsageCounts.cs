using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// How the workspace's C# uses names. What a document adds follows from its tokens alone, so that exactly this can be taken away
/// again. Safe to read while it learns.
/// </summary>
internal sealed class UsageCounts
{
    private readonly Dictionary<ulong, int> counts = [];
    private readonly Lock gate = new();

    /// <summary>How often a key was counted, see <see cref="UsageKeys"/>.</summary>
    public int this[ulong key]
    {
        get
        {
            lock (gate) return counts.GetValueOrDefault(key);
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count
    {
        get
        {
            lock (gate) return counts.Count;
        }
    }

    /// <summary>Adds a document.</summary>
    public void Learn(ReadOnlySpan<int> tokens, Lexicon lexicon) => Apply(tokens, lexicon, 1);

    /// <summary>Takes away what <see cref="Learn"/> added for the same tokens.</summary>
    /// <exception cref="InvalidOperationException">They were not learned.</exception>
    public void Unlearn(ReadOnlySpan<int> tokens, Lexicon lexicon) => Apply(tokens, lexicon, -1);

    /// <summary>Everything that is counted, for comparison.</summary>
    internal Dictionary<ulong, int> ToDictionary()
    {
        lock (gate) return new Dictionary<ulong, int>(counts);
    }

    private void Apply(ReadOnlySpan<int> tokens, Lexicon lexicon, int sign)
    {
        var keys = UsageReader.Read(tokens, lexicon);
        lock (gate)
        {
            foreach (var key in CollectionsMarshal.AsSpan(keys))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
                count += sign;
                if (count < 0) throw new InvalidOperationException("Counts of a document that was not learned cannot be unlearned.");
                if (count == 0) counts.Remove(key);
            }
        }
    }
}
