using System.Globalization;
using System.Text;

namespace Glassbox.Completion.Lexing;

/// <summary>Which characters make a word. Letters outside the BMP come as surrogate pairs and are kept whole.</summary>
internal static class IdentifierCharacters
{
    public static bool IsPart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '_'
        || (character >= 0x80 && (char.IsLetterOrDigit(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber));

    /// <summary>The length of the word's code point that begins here, or 0.</summary>
    public static int PartLengthAt(ReadOnlySpan<char> text, int at)
    {
        if (IsPart(text[at])) return 1;
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length) return 0;
        return Rune.TryCreate(text[at], text[at + 1], out var rune) && Rune.IsLetterOrDigit(rune) ? 2 : 0;
    }

    /// <summary>The length of the word's code point that ends here, or 0.</summary>
    public static int PartLengthBefore(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return 0;
        if (IsPart(text[at - 1])) return 1;
        return at >= 2 && Rune.TryCreate(text[at - 2], text[at - 1], out var rune) && Rune.IsLetterOrDigit(rune) ? 2 : 0;
    }

    /// <summary>Where the word that ends at an offset begins.</summary>
    public static int StartOfWord(ReadOnlySpan<char> text, int end)
    {
        var at = end;
        while (PartLengthBefore(text, at) is var length and > 0) at -= length;
        return at;
    }

    /// <summary>Where the word that an offset stands in ends.</summary>
    public static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && PartLengthAt(text, at) is var length and > 0) at += length;
        return at;
    }
}
