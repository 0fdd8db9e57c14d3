using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus;

/// <summary>What is learned of one language: its token sequences and how often each word occurs.</summary>
internal sealed class LearnedLanguage
{
    private readonly Dictionary<int, int> words = [];
    private readonly Lock gate = new();

    /// <summary>Token sequences.</summary>
    public TokenStore Store { get; } = new();

    /// <summary>All words with their counts.</summary>
    public KeyValuePair<int, int>[] Words()
    {
        lock (gate) return [.. words];
    }

    /// <summary>Counts the words of a document, or with -1 takes them away.</summary>
    /// <exception cref="InvalidOperationException">They were not counted.</exception>
    public void CountWords(ReadOnlySpan<int> tokens, Lexicon lexicon, int sign)
    {
        lock (gate)
        {
            foreach (var token in tokens)
            {
                var number = Token.NumberOf(token);
                if (number <= Lexicon.AnyName || (lexicon.TraitsOf(number) & WordTraits.Word) == 0) continue;
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(words, number, out _);
                count += sign;
                if (count < 0) throw new InvalidOperationException("Words of a document that was not learned cannot be unlearned.");
                if (count == 0) words.Remove(number);
            }
        }
    }
}
