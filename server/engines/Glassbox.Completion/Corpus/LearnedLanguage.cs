using System.Runtime.InteropServices;

namespace Glassbox.Completion.Corpus;

/// <summary>What is learned of one language: its token sequences and how often each word occurs.</summary>
internal sealed class LearnedLanguage
{
    private readonly Dictionary<int, WordUses> words = [];
    private readonly Lock gate = new();

    /// <summary>Token sequences.</summary>
    public TokenStore Store { get; } = new();

    /// <summary>All words with how often and how they are used.</summary>
    public KeyValuePair<int, WordUses>[] Words()
    {
        lock (gate) return [.. words];
    }

    /// <summary>Counts the words of a document, or with -1 takes them away.</summary>
    /// <exception cref="InvalidOperationException">They were not counted.</exception>
    public void CountWords(ReadOnlySpan<int> tokens, Lexicon lexicon, int sign)
    {
        lock (gate)
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                var number = Token.NumberOf(tokens[i]);
                // A string may begin with a letter.
                if (number <= Lexicon.AnyName || Token.ClassOf(tokens[i]) == TokenClass.String || (lexicon.TraitsOf(number) & WordTraits.Word) == 0) continue;
                ref var uses = ref CollectionsMarshal.GetValueRefOrAddDefault(words, number, out _);
                uses += WordUses.At(tokens, i) * sign;
                if (uses.Count < 0) throw new InvalidOperationException("Words of a document that was not learned cannot be unlearned.");
                if (uses.Count == 0) words.Remove(number);
            }
        }
    }
}
