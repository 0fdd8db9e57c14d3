namespace Glassbox.Completion.Lexing;

/// <summary>How far texts in quotes reach in languages other than C#.</summary>
internal static class TextLengths
{
    // Deeper nesting than anybody writes; half-typed text must not exhaust the stack.
    private const int MaxDepth = 16;

    private const int LongestPrefix = 3;
    private const int LongestName = 20;
    private const int LongestCharacter = 12;

    /// <summary>The length of the text that begins here: 0 where none does, -1 where one begins that runs over lines and does not end.</summary>
    /// <param name="text">Everything.</param>
    /// <param name="at">Here.</param>
    /// <param name="rules">The language.</param>
    /// <param name="overLines">Look for texts that run over lines, too: not again where one did not end, for each would be sought to the end.</param>
    public static int At(ReadOnlySpan<char> text, int at, LexicalRules rules, bool overLines) => At(text, at, rules, overLines, 0);

    private static int At(ReadOnlySpan<char> text, int at, LexicalRules rules, bool overLines, int depth)
    {
        var quote = at;
        if (rules.Prefixes.Length > 0)
        {
            while (quote < text.Length && quote - at < LongestPrefix && rules.Prefixes.Contains(text[quote])) quote++;
            // A prefix belongs to the quote behind it; without one it begins a word.
            if (quote > at && (quote >= text.Length || !(rules.Quotes.Contains(text[quote]) || text[quote] == '#'))) return 0;
        }

        if (quote >= text.Length) return 0;
        if (overLines && Raw(text, quote, quote - at, rules) is var raw and not 0) return raw < 0 ? raw : quote - at + raw;
        foreach (var form in rules.Forms)
        {
            if (!overLines || !text[quote..].StartsWith(form.Open, StringComparison.Ordinal)) continue;
            var length = FormLength(text[quote..], form, rules, depth);
            if (length != 0) return length < 0 ? length : quote - at + length;
        }

        if (!rules.Quotes.Contains(text[quote]) || (rules.QuoteNeedsSpace && quote > 0 && IdentifierCharacters.IsPart(text[quote - 1]))) return 0;
        var line = text[quote] == '\'' && rules.HasTicks ? CharacterLength(text[quote..]) : LineLength(text[quote..], rules);
        return line == 0 ? 0 : quote - at + line;
    }

    // 0 where the quote is not closed on its line: then it is an apostrophe or half typed.
    private static int LineLength(ReadOnlySpan<char> rest, LexicalRules rules)
    {
        var quote = rest[0];
        for (var end = 1; end < rest.Length && rest[end] is not ('\r' or '\n'); end++)
        {
            if (rest[end] == '\\' && rules.Escape == TextEscape.Backslash) end++;
            else if (rest[end] == quote)
            {
                if (rules.Escape != TextEscape.Doubled || end + 1 >= rest.Length || rest[end + 1] != quote) return end + 1;
                end++;
            }
        }

        return 0;
    }

    // A tick is a character's where another one closes it; else it belongs to a lifetime or a type parameter.
    private static int CharacterLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length > 2 && rest[1] == '\\')
        {
            var close = rest[3..Math.Min(rest.Length, LongestCharacter)].IndexOf('\'');
            return close < 0 ? 0 : close + 4;
        }

        var one = rest.Length > 2 && char.IsHighSurrogate(rest[1]) ? 2 : 1;
        return rest.Length > one + 1 && rest[1] is not ('\'' or '\r' or '\n') && rest[one + 1] == '\'' ? one + 2 : 0;
    }

    private static int FormLength(ReadOnlySpan<char> rest, TextForm form, LexicalRules rules, int depth)
    {
        for (var end = form.Open.Length; end < rest.Length; end++)
        {
            if (rest[end] == '\\' && form.Escape == TextEscape.Backslash)
            {
                end++;
            }
            else if (rest[end] == form.Close[0] && rest[end..].StartsWith(form.Close, StringComparison.Ordinal))
            {
                end += form.Close.Length;
                if (form.Escape == TextEscape.Doubled && end < rest.Length && rest[end] == form.Close[0]) continue;
                // Of four quotes in a row the first belongs to the text.
                while (form.Close.Length == 3 && end < rest.Length && rest[end] == form.Close[0]) end++;
                return end;
            }
            else if (form.Hole is { } hole && rest[end] == hole[0] && rest[end..].StartsWith(hole, StringComparison.Ordinal))
            {
                var inside = HoleLength(rest[(end + hole.Length)..], rules, depth);
                if (inside < 0) return -1;
                end += hole.Length + inside - 1;
            }
        }

        return -1;
    }

    private static int HoleLength(ReadOnlySpan<char> rest, LexicalRules rules, int depth)
    {
        var open = 1;
        for (var end = 0; end < rest.Length; end++)
        {
            if (rest[end] == '{')
            {
                open++;
            }
            else if (rest[end] == '}')
            {
                if (--open == 0) return end + 1;
            }
            else if (depth < MaxDepth && rules.BeginsText(rest[end]) && !char.IsAsciiLetter(rest[end]) && At(rest, end, rules, overLines: true, depth + 1) is var inner and not 0)
            {
                if (inner < 0) return -1;
                end += inner - 1;
            }
        }

        return -1;
    }

    private static int Raw(ReadOnlySpan<char> text, int at, int prefix, LexicalRules rules) => rules.Raw switch
    {
        RawTexts.Rust when prefix > 0 && text[at - 1] == 'r' => Rust(text[at..]),
        RawTexts.Cpp when prefix > 0 && text[at - 1] == 'R' && text[at] == '"' => Cpp(text[at..]),
        RawTexts.Lua when text[at] == '[' => Lua(text[at..]),
        RawTexts.Sql when text[at] == '$' => Sql(text[at..]),
        _ => 0,
    };

    private static int Rust(ReadOnlySpan<char> rest)
    {
        var signs = 0;
        while (signs < rest.Length && signs < LongestName && rest[signs] == '#') signs++;
        if (signs >= rest.Length || rest[signs] != '"') return 0;
        Span<char> close = stackalloc char[signs + 1];
        close.Fill('#');
        close[0] = '"';
        return Until(rest, signs + 1, close);
    }

    private static int Cpp(ReadOnlySpan<char> rest)
    {
        var open = rest[..Math.Min(rest.Length, LongestName)].IndexOf('(');
        if (open < 1 || rest[1..open].IndexOfAny(" \t\r\n\\)\"") >= 0) return 0;
        Span<char> close = stackalloc char[open + 1];
        close[0] = ')';
        rest[1..open].CopyTo(close[1..]);
        close[^1] = '"';
        return Until(rest, open + 1, close);
    }

    private static int Lua(ReadOnlySpan<char> rest)
    {
        var level = 0;
        while (level + 1 < rest.Length && level < LongestName && rest[level + 1] == '=') level++;
        if (level + 1 >= rest.Length || rest[level + 1] != '[') return 0;
        Span<char> close = stackalloc char[level + 2];
        close.Fill('=');
        close[0] = close[^1] = ']';
        return Until(rest, level + 2, close);
    }

    private static int Sql(ReadOnlySpan<char> rest)
    {
        var end = 1;
        while (end < rest.Length && end < LongestName && (char.IsAsciiLetter(rest[end]) || rest[end] == '_')) end++;
        return end < rest.Length && rest[end] == '$' ? Until(rest, end + 1, rest[..(end + 1)]) : 0;
    }

    private static int Until(ReadOnlySpan<char> rest, int from, ReadOnlySpan<char> close)
    {
        var found = rest[from..].IndexOf(close);
        return found < 0 ? -1 : from + found + close.Length;
    }
}
