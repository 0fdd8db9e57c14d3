namespace Glassbox.Completion.Lexing;

/// <summary>How far C#'s strings reach: verbatim, raw, and interpolated ones with strings in their holes.</summary>
internal static class CSharpStrings
{
    // Deeper nesting than anybody writes; half-typed text must not exhaust the stack.
    private const int MaxDepth = 16;

    /// <summary>The length of the string that begins here; 0 where none does, or where it is not closed.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) => LengthAt(text, at, 0);

    private static int LengthAt(ReadOnlySpan<char> text, int at, int depth)
    {
        var quote = at;
        var dollars = 0;
        var verbatim = false;
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            if (text[quote] == '$') dollars++;
            else verbatim = true;
            quote++;
        }

        if (quote >= text.Length || text[quote] != '"') return 0;
        var quotes = 1;
        while (quote + quotes < text.Length && text[quote + quotes] == '"') quotes++;
        if (quotes >= 3 && !verbatim) return RawEnd(text, quote, quotes) is var raw and > 0 ? raw - at : 0;
        var end = RegularEnd(text, quote + 1, dollars > 0, verbatim, depth);
        return end > 0 ? end - at : 0;
    }

    private static int RawEnd(ReadOnlySpan<char> text, int quote, int quotes)
    {
        Span<char> closing = stackalloc char[Math.Min(quotes, 32)];
        closing.Fill('"');
        var found = text[(quote + quotes)..].IndexOf(closing);
        if (found < 0) return 0;
        var end = quote + quotes + found + closing.Length;
        while (end < text.Length && text[end] == '"') end++;
        return end;
    }

    private static int RegularEnd(ReadOnlySpan<char> text, int at, bool interpolated, bool verbatim, int depth)
    {
        var holes = 0;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '\r' or '\n' && !verbatim) return 0;
            if (holes > 0)
            {
                if (character == '{') holes++;
                else if (character == '}') holes--;
                else if (character is '"' or '$' or '@' && depth < MaxDepth && LengthAt(text, at, depth + 1) is var inner and > 0) at += inner - 1;
                else if (character == '"') return 0;
                continue;
            }

            if (character == '\\' && !verbatim) at++;
            else if (character == '"')
            {
                if (!verbatim || at + 1 >= text.Length || text[at + 1] != '"') return at + 1;
                at++;
            }
            else if (character == '{' && interpolated)
            {
                if (at + 1 < text.Length && text[at + 1] == '{') at++;
                else holes = 1;
            }
        }

        return 0;
    }
}
