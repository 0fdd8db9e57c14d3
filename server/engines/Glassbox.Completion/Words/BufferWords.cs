using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.Words;

/// <summary>The words around a cursor: those of the code, and those of comments and strings.</summary>
internal sealed class BufferWords
{
    private const int ShortestWord = 2;
    private const int LongestWord = 80;

    /// <summary>Words of the code; in prose all words.</summary>
    public Dictionary<string, WordFacts> Code { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of comments and strings.</summary>
    public Dictionary<string, WordFacts> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wordStart">Where the word at the cursor begins, which is not counted.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="rules">The language.</param>
    public static BufferWords Of(string text, int wordStart, int cursor, LexicalRules rules)
    {
        var words = new BufferWords();
        var lexer = new CodeLexer(text, rules);
        var end = 0;
        CodeToken before = default;
        while (lexer.MoveNext())
        {
            var token = lexer.Current;
            // What lies between tokens is white space and comments.
            if (token.Start > end + 1) words.AddNotes(text, end, token.Start, wordStart, cursor, rules);
            if (token.Kind == CodeTokenKind.String) words.AddNotes(text, token.Start, token.End, wordStart, cursor, rules);
            else if (token.Kind == CodeTokenKind.Identifier && IsCounted(text, token.Start, token.Length, wordStart, cursor)) Add(words.Code, token.In(text), UseOf(text, token, before, rules), Math.Abs(token.Start - cursor));
            end = token.End;
            before = token;
        }

        words.AddNotes(text, end, text.Length, wordStart, cursor, rules);
        return words;
    }

    private static WordUses UseOf(string text, CodeToken token, CodeToken before, LexicalRules rules)
    {
        var isMember = before.Kind == CodeTokenKind.Operator && before.Length > 0 && before.End == token.Start && Array.IndexOf(rules.MemberOperators, before.In(text).ToString()) >= 0;
        return new WordUses(1, isMember ? 1 : 0, token.End < text.Length && text[token.End] == '(' ? 1 : 0);
    }

    private static bool IsCounted(string text, int start, int length, int wordStart, int cursor) =>
        length is >= ShortestWord and <= LongestWord && !char.IsDigit(text[start]) && !(start == wordStart && cursor > wordStart);

    private static void Add(Dictionary<string, WordFacts> words, ReadOnlySpan<char> word, WordUses use, int distance)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        lookup[word] = (lookup.TryGetValue(word, out var known) ? known : WordFacts.Unseen).With(use, distance);
    }

    private void AddNotes(string text, int from, int to, int wordStart, int cursor, LexicalRules rules)
    {
        for (var at = from; at < to; at++)
        {
            if (IdentifierCharacters.PartLengthAt(text, at) == 0) continue;
            var end = Math.Min(to, rules.EndOfWord(text, at));
            if (end <= at) continue;
            if (IsCounted(text, at, end - at, wordStart, cursor)) Add(Notes, text.AsSpan(at, end - at), new WordUses(1, 0, 0), Math.Abs(at - cursor));
            at = end;
        }
    }
}
