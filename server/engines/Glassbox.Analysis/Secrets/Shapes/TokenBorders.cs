namespace Glassbox.Analysis.Secrets.Shapes;

/// <summary>Where a token may begin and end: not in the middle of a word.</summary>
internal static class TokenBorders
{
    public static bool IsStart(string text, int at)
    {
        if (at == 0 || !IsWord(text[at - 1])) return true;
        // "\ntoken" in a literal, "%3Dtoken" in an address.
        if (at >= 2 && text[at - 2] == '\\' && text[at - 1] is 'n' or 'r' or 't') return true;
        return at >= 3 && text[at - 3] == '%' && char.IsAsciiHexDigit(text[at - 2]) && char.IsAsciiHexDigit(text[at - 1]);
    }

    public static bool IsEnd(string text, int at) => at >= text.Length || !IsWord(text[at]);

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
