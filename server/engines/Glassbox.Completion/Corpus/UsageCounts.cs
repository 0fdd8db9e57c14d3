namespace Glassbox.Completion.Corpus;

/// <summary>
/// How the workspace's C# uses names. What a document adds follows from its tokens alone, so that exactly this can be taken away
/// again. One learner at a time; safe to read while it learns.
/// </summary>
internal sealed class UsageCounts
{
    private readonly CountTable counts = new();
    // Of the document that is being read.
    private readonly List<ulong> keys = [];
    private readonly Lock gate = new();

    /// <summary>How often a key was counted, see <see cref="UsageKeys"/>.</summary>
    public int this[ulong key]
    {
        get
        {
            lock (gate) return counts[key];
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

    /// <summary>Makes room for so many keys.</summary>
    public void Reserve(int keys)
    {
        lock (gate) counts.Reserve(keys);
    }

    /// <summary>Adds a document.</summary>
    public void Learn(ReadOnlySpan<int> tokens, Lexicon lexicon) => Apply(tokens, lexicon, 1);

    /// <summary>Takes away what <see cref="Learn"/> added for the same tokens.</summary>
    /// <exception cref="InvalidOperationException">They were not learned.</exception>
    public void Unlearn(ReadOnlySpan<int> tokens, Lexicon lexicon) => Apply(tokens, lexicon, -1);

    /// <summary>Everything that is counted, for comparison.</summary>
    internal Dictionary<ulong, int> ToDictionary()
    {
        lock (gate) return counts.ToDictionary();
    }

    private void Apply(ReadOnlySpan<int> tokens, Lexicon lexicon, int sign)
    {
        UsageReader.Read(tokens, lexicon, keys);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (counts.Add(key, sign) < 0) throw new InvalidOperationException("Counts of a document that was not learned cannot be unlearned.");
            }
        }
    }
}
