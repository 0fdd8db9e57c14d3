using System.Runtime.InteropServices;

namespace Glassbox.Completion.Counts;

/// <summary>What is learned of one language: its token sequences and its words.</summary>
internal sealed class LanguageCounts
{
    private readonly Dictionary<int, int> words = [];
    private readonly Lock gate = new();

    /// <summary>Token sequences.</summary>
    public NgramCounts Ngrams { get; } = new();

    /// <summary>Adds words, as numbers of the lexicon with their counts.</summary>
    public void LearnWords(IEnumerable<KeyValuePair<int, int>> counts)
    {
        lock (gate)
        {
            foreach (var (word, count) in counts) CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) += count;
        }
    }

    /// <summary>Takes words away.</summary>
    public void UnlearnWords(IEnumerable<KeyValuePair<int, int>> counts)
    {
        lock (gate)
        {
            foreach (var (word, count) in counts)
            {
                var rest = words.GetValueOrDefault(word) - count;
                if (rest < 0) throw new InvalidOperationException("Words of a document that was not learned cannot be unlearned.");
                if (rest == 0) words.Remove(word);
                else words[word] = rest;
            }
        }
    }

    /// <summary>All words with their counts.</summary>
    public KeyValuePair<int, int>[] Words()
    {
        lock (gate) return [.. words];
    }
}
