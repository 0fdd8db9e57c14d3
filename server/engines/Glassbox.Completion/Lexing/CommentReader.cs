namespace Glassbox.Completion.Lexing;

/// <summary>How far comments reach in languages other than C#.</summary>
internal static class CommentReader
{
    /// <summary>The length of the comment that begins here, 0 where none does; and whether the text ended before it did.</summary>
    public static (int Length, bool IsOpen) At(ReadOnlySpan<char> text, int at, LexicalRules rules)
    {
        var rest = text[at..];
        if (rules.BlockOpen is { } open && rest.StartsWith(open, StringComparison.Ordinal) && (!rules.BlockBeginsLine || BeginsLine(text, at)))
        {
            var length = BlockLength(rest, open, rules.BlockClose!, rules.NestsComments);
            return length < 0 ? (rest.Length, true) : (length, false);
        }

        foreach (var opening in rules.LineComments)
        {
            if (!rest.StartsWith(opening, rules.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) || !MayBegin(text, at, opening, rules)) continue;
            var end = rest.IndexOfAny('\r', '\n');
            return end < 0 ? (rest.Length, true) : (end, false);
        }

        return (0, false);
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int at, string opening, LexicalRules rules)
    {
        // A word such as REM is one only where it ends.
        if (char.IsAsciiLetter(opening[^1])) return BeginsLine(text, at) && (at + opening.Length >= text.Length || !IdentifierCharacters.IsPart(text[at + opening.Length]));
        if (opening == "#" && rules.HasHashAttributes && at + 1 < text.Length && text[at + 1] == '[') return false;
        return !rules.CommentNeedsSpace || at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ';' or '(' or ')' or '}' or '&' or '|' or '\uFEFF';
    }

    private static bool BeginsLine(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t') at--;
        return at == 0 || text[at - 1] is '\r' or '\n';
    }

    private static int BlockLength(ReadOnlySpan<char> rest, string open, string close, bool nests)
    {
        if (!nests)
        {
            var found = rest[open.Length..].IndexOf(close, StringComparison.Ordinal);
            return found < 0 ? -1 : open.Length + found + close.Length;
        }

        var depth = 1;
        for (var end = open.Length; end < rest.Length;)
        {
            if (rest[end..].StartsWith(close, StringComparison.Ordinal))
            {
                end += close.Length;
                if (--depth == 0) return end;
            }
            else if (rest[end..].StartsWith(open, StringComparison.Ordinal))
            {
                depth++;
                end += open.Length;
            }
            else
            {
                end++;
            }
        }

        return -1;
    }
}
