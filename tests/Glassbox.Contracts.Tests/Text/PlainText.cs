using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

/// <summary>
/// What positions mean, written as plainly as can be: the model that the real code is compared with. It walks a text from
/// its beginning for every question.
/// </summary>
internal static class PlainText
{
    /// <summary>Each line as where it starts, where its content ends and where the next begins.</summary>
    public static List<(int Start, int ContentEnd, int End)> Lines(string text)
    {
        var lines = new List<(int, int, int)>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\r' or '\n')) continue;
            var end = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
            lines.Add((start, at, end));
            start = end;
            at = end - 1;
        }

        lines.Add((start, text.Length, text.Length));
        return lines;
    }

    /// <summary>Where the code points of a line begin, in UTF-16 code units and in units of an encoding; the end of the line is the last.</summary>
    public static List<(int Utf16, int Units)> Boundaries(string line, PositionEncoding encoding)
    {
        var boundaries = new List<(int, int)> { (0, 0) };
        var units = 0;
        for (var at = 0; at < line.Length;)
        {
            var isPair = at + 1 < line.Length && char.IsHighSurrogate(line[at]) && char.IsLowSurrogate(line[at + 1]);
            units += encoding switch
            {
                PositionEncoding.Utf16 => isPair ? 2 : 1,
                PositionEncoding.Utf32 => 1,
                // A lone surrogate goes out as U+FFFD, which is three bytes.
                _ => isPair ? 4 : line[at] < 0x80 ? 1 : line[at] < 0x800 ? 2 : 3,
            };
            at += isPair ? 2 : 1;
            boundaries.Add((at, units));
        }

        return boundaries;
    }

    /// <summary>The offset that a client's position means.</summary>
    public static int OffsetAt(string text, TextPosition position, PositionEncoding encoding)
    {
        var lines = Lines(text);
        if (position.Line >= lines.Count) return text.Length;
        var (start, contentEnd, _) = lines[position.Line];
        return start + Boundaries(text[start..contentEnd], encoding).Last(boundary => boundary.Units <= position.Character).Utf16;
    }
}
