using System.Buffers;

namespace Glassbox.Completion.Lexing;

/// <summary>
/// Tokens of any language, without a parse: learning runs over whole workspaces, and over text that no parser knows.
/// Comments are skipped; several line breaks count as one.
/// </summary>
internal ref struct CodeLexer(ReadOnlySpan<char> text, LexicalRules rules)
{
    private static readonly string[] LongOperators =
    [
        "...", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "->", "::", "++", "--", "+=", "-=", "*=", "/=", ":=", "..",
    ];

    // By their first character: most operators begin no longer one, and are done at once.
    private static readonly string[][] LongOperatorsOf =
        [.. Enumerable.Range(0, 128).Select(first => LongOperators.Where(candidate => candidate[0] == first).ToArray())];

    // Nearly all of nearly every word.
    private static readonly SearchValues<char> PlainWord = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private bool afterBreak = true;
    private bool inComment;
    private OtherTokens other = new(text, rules);

    /// <summary>The token that was read last.</summary>
    public CodeToken Current { get; private set; }

    /// <summary>The text ended before the comment it ends in did, or the text of several lines.</summary>
    public readonly bool EndsInComment => inComment || other.IsInText;

    /// <summary>Reads all tokens.</summary>
    public static List<CodeToken> Read(ReadOnlySpan<char> text, LexicalRules rules)
    {
        var tokens = new List<CodeToken>(text.Length / 6 + 4);
        var lexer = new CodeLexer(text, rules);
        while (lexer.MoveNext()) tokens.Add(lexer.Current);
        return tokens;
    }

    /// <summary>Reads the next token; false at the end.</summary>
    public bool MoveNext()
    {
        var space = false;
        while (at < text.Length)
        {
            var character = text[at];
            if (character is '\r' or '\n')
            {
                var start = at++;
                if (afterBreak) continue;
                afterBreak = true;
                Current = new CodeToken(start, 0, CodeTokenKind.LineBreak, SpaceBefore: false);
                return true;
            }

            if (char.IsWhiteSpace(character) || character == '\uFEFF')
            {
                space = true;
                at++;
                continue;
            }

            if (SkipComment())
            {
                space = true;
                continue;
            }

            var (length, kind) = rules.IsCSharp ? Measure() : other.Measure(text, at, rules, Current);
            Current = new CodeToken(at, length, kind, space && !afterBreak);
            at += length;
            afterBreak = false;
            return true;
        }

        return false;
    }

    private bool SkipComment()
    {
        if (!rules.IsCSharp)
        {
            var (length, isOpen) = other.Skip(text, at, afterBreak, rules);
            if (length > 0) inComment = isOpen;
            at += length;
            return length > 0;
        }

        var rest = text[at..];
        foreach (var opening in rules.LineComments)
        {
            if (opening[0] != rest[0] || !rest.StartsWith(opening, StringComparison.Ordinal)) continue;
            var end = rest.IndexOfAny('\r', '\n');
            at = end < 0 ? text.Length : at + end;
            inComment = end < 0;
            return true;
        }

        if (rules.BlockOpen is null || !rest.StartsWith(rules.BlockOpen, StringComparison.Ordinal)) return false;
        var close = rest[rules.BlockOpen.Length..].IndexOf(rules.BlockClose, StringComparison.Ordinal);
        inComment = close < 0;
        at = close < 0 ? text.Length : at + rules.BlockOpen.Length + close + rules.BlockClose!.Length;
        return true;
    }

    private readonly (int Length, CodeTokenKind Kind) Measure()
    {
        var character = text[at];
        if (char.IsAsciiDigit(character)) return (NumberLength(), CodeTokenKind.Number);
        var plain = text[at..].IndexOfAnyExcept(PlainWord);
        var word = plain < 0 ? text.Length - at : IdentifierCharacters.EndOfWord(text, at + plain) - at;
        if (word > 0) return (word, CodeTokenKind.Identifier);
        if (rules.IsCSharp && character is '"' or '$' or '@' && CSharpStrings.LengthAt(text, at) is var csharp and > 0) return (csharp, CodeTokenKind.String);
        if (rules.Quotes.Contains(character) && QuotedLength(character) is var quoted and > 0) return (quoted, CodeTokenKind.String);
        foreach (var candidate in character < 128 ? LongOperatorsOf[character] : [])
        {
            if (text[at..].StartsWith(candidate, StringComparison.Ordinal)) return (candidate.Length, CodeTokenKind.Operator);
        }

        return (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1, CodeTokenKind.Operator);
    }

    private readonly int NumberLength()
    {
        var end = at + 1;
        while (end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'
                || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>0 where the quote is not closed on its line: then it is an apostrophe or half typed.</summary>
    private readonly int QuotedLength(char quote)
    {
        for (var end = at + 1; end < text.Length && text[end] is not ('\r' or '\n'); end++)
        {
            if (text[end] == '\\') end++;
            else if (text[end] == quote) return end + 1 - at;
        }

        return 0;
    }
}
