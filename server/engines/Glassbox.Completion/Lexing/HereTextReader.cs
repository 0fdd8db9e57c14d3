namespace Glassbox.Completion.Lexing;

/// <summary>Finds the names and the ends of <see cref="HereTexts"/>.</summary>
internal static class HereTextReader
{
    /// <summary>The name that ends the text which an operator here begins; empty where none does.</summary>
    public static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text, int at, HereTexts kind)
    {
        var opening = kind == HereTexts.Php ? "<<<" : "<<";
        if (kind == HereTexts.None || !text[at..].StartsWith(opening, StringComparison.Ordinal)) return [];
        var from = at + opening.Length;
        if (from < text.Length && text[from] is '-' or '~' && kind != HereTexts.Php) from++;
        while (kind != HereTexts.Ruby && from < text.Length && text[from] == ' ') from++;
        if (from < text.Length && text[from] is '"' or '\'') from++;
        if (from >= text.Length || !(char.IsAsciiLetter(text[from]) || text[from] == '_')) return [];
        if (kind == HereTexts.Ruby && !char.IsAsciiLetterUpper(text[from])) return [];
        return text[from..IdentifierCharacters.EndOfWord(text, from)];
    }

    /// <summary>Behind the line that holds the name; -1 where there is none.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> name)
    {
        while (at < text.Length)
        {
            var found = text[at..].IndexOf(name, StringComparison.Ordinal);
            if (found < 0) return -1;
            var (start, end) = (at + found, at + found + name.Length);
            if (IsIndented(text, start) && (end == text.Length || IdentifierCharacters.PartLengthAt(text, end) == 0)) return end;
            at = end;
        }

        return -1;
    }

    private static bool IsIndented(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t') at--;
        return at == 0 || text[at - 1] is '\r' or '\n';
    }
}
