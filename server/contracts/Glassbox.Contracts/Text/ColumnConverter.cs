using System.Text;

namespace Glassbox.Contracts.Text;

/// <summary>
/// The one place that converts columns between encodings. Spec: LSP 3.18, PositionEncodingKind; a column past the end of
/// its line means the line's end, and one that falls inside a code point is taken back to where that begins.
/// </summary>
public static class ColumnConverter
{
    /// <summary>Converts a client's column into UTF-16 code units.</summary>
    /// <param name="line">The line's text without its line break.</param>
    /// <param name="column">The client's column, in units of <paramref name="encoding"/>.</param>
    /// <param name="encoding">The units agreed with the client.</param>
    /// <returns>A column from 0 to the line's length.</returns>
    public static int ToUtf16(ReadOnlySpan<char> line, int column, PositionEncoding encoding)
    {
        if (column <= 0) return 0;
        if (encoding == PositionEncoding.Utf16)
        {
            if (column >= line.Length) return line.Length;
            var splitsPair = char.IsLowSurrogate(line[column]) && char.IsHighSurrogate(line[column - 1]);
            return splitsPair ? column - 1 : column;
        }

        var units = 0;
        var index = 0;
        while (index < line.Length)
        {
            // A lone surrogate decodes as U+FFFD of one code unit: three bytes, one code point.
            Rune.DecodeFromUtf16(line[index..], out var rune, out var consumed);
            units += encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            if (units > column) return index;
            index += consumed;
        }

        return index;
    }

    /// <summary>Converts a column in UTF-16 code units into the client's units.</summary>
    /// <param name="line">The line's text without its line break.</param>
    /// <param name="column">A UTF-16 column; one past the end means the end.</param>
    /// <param name="encoding">The units agreed with the client.</param>
    public static int FromUtf16(ReadOnlySpan<char> line, int column, PositionEncoding encoding)
    {
        var end = Math.Clamp(column, 0, line.Length);
        if (encoding == PositionEncoding.Utf16) return end;

        var units = 0;
        var index = 0;
        while (index < end)
        {
            Rune.DecodeFromUtf16(line[index..], out var rune, out var consumed);
            if (index + consumed > end) break;
            units += encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            index += consumed;
        }

        return units;
    }
}
