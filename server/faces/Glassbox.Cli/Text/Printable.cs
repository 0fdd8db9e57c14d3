using System.Globalization;
using System.Text;

namespace Glassbox.Cli.Text;

/// <summary>
/// Makes the text of files and messages safe to show: a terminal obeys control characters, and characters that turn the
/// direction of writing make code look like what it is not.
/// </summary>
internal static class Printable
{
    private const int TabWidth = 4;

    /// <summary>The text with tabs as spaces and everything invisible as U+FFFD.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t') safe.Append(' ', TabWidth);
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator || IsDirection(rune.Value)) safe.Append('\uFFFD');
            else safe.Append(rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>Marks, embeddings, overrides and isolates of the bidirectional algorithm.</summary>
    private static bool IsDirection(int code) => code is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
