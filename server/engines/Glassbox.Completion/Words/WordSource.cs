using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Words;

/// <summary>Brings together what may be offered: words of the buffer, of other documents, and keywords.</summary>
internal sealed class WordSource(LearnedDocuments learned, ContextEvidence evidence, LexicalRules rules)
{
    private const int ShortestWord = 2;

    /// <summary>The words for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="near">The words of the buffer.</param>
    /// <param name="typed">What is typed, for the case of keywords.</param>
    public Dictionary<string, WordFacts> At(TextPlace place, BufferWords near, string typed)
    {
        if (place.IsNote) return Notes(near);
        var words = near.Code;
        var own = OwnCopy();
        foreach (var (number, uses) in learned.Of(rules).Words())
        {
            // The copy of this file is older than the buffer: what was deleted since must not come back.
            var elsewhere = own.TryGetValue(number, out var here) ? uses - here : uses;
            if (elsewhere.Count <= 0) continue;
            var word = learned.Lexicon.TextOf(number);
            if (word.Length < ShortestWord) continue;
            words[word] = (words.TryGetValue(word, out var known) ? known : WordFacts.Unseen) with { Elsewhere = elsewhere };
        }

        // What stands in comments and strings may be meant, but after all that is code.
        foreach (var (word, facts) in near.Notes)
        {
            if (!place.IsMember || typed.Length > 0) words.TryAdd(word, WordFacts.Unseen with { Distance = facts.Distance });
        }

        if (!place.IsMember) AddKeywords(words, typed);
        return words;
    }

    // Comments speak of the code: its names are offered where they could not be words of a sentence.
    private static Dictionary<string, WordFacts> Notes(BufferWords near)
    {
        foreach (var (word, facts) in near.Code)
        {
            if (IsCompound(word)) near.Notes.TryAdd(word, facts);
        }

        return near.Notes;
    }

    private static bool IsCompound(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == '_' || char.IsDigit(word[i]) || (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))) return true;
        }

        return false;
    }

    private Dictionary<int, WordUses> OwnCopy()
    {
        var own = new Dictionary<int, WordUses>();
        var copy = evidence.LearnedCopy;
        for (var i = 0; i < copy.Length; i++)
        {
            var number = Token.NumberOf(copy[i]);
            if (number > Lexicon.AnyName && Token.ClassOf(copy[i]) != TokenClass.String) own[number] = own.GetValueOrDefault(number) + WordUses.At(copy, i);
        }

        return own;
    }

    private void AddKeywords(Dictionary<string, WordFacts> words, string typed)
    {
        var isUpper = typed.Length > 0 && char.IsUpper(typed[0]);
        foreach (var keyword in rules.Keywords)
        {
            // Where either case is right, the one that is used more, or else the one that is typed.
            if (!rules.IgnoresCase || char.IsLower(keyword[^1]))
            {
                words.TryAdd(keyword, WordFacts.Unseen);
                continue;
            }

            var lower = keyword.ToLowerInvariant();
            var (big, small) = (words.GetValueOrDefault(keyword).Uses.Count, words.GetValueOrDefault(lower).Uses.Count);
            if (big + small == 0) words.TryAdd(isUpper || typed.Length == 0 ? keyword : lower, WordFacts.Unseen);
        }
    }
}
