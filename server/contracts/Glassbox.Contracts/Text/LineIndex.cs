namespace Glassbox.Contracts.Text;

/// <summary>
/// Where the lines of a text begin, as the protocol counts lines (<c>\n</c>, <c>\r\n</c>, <c>\r</c>): Roslyn's own line
/// table also breaks at U+0085, U+2028 and U+2029, which editors do not.
/// </summary>
public sealed class LineIndex
{
    private readonly int[] starts;
    private readonly int length;

    private LineIndex(int[] starts, int length)
    {
        this.starts = starts;
        this.length = length;
    }

    /// <summary>How many lines there are; a text that ends in a line break has an empty last line.</summary>
    public int Count => starts.Length;

    /// <summary>Reads the lines of a text.</summary>
    public static LineIndex Of(ReadOnlySpan<char> text)
    {
        var starts = new List<int>(Math.Max(16, text.Length / 32)) { 0 };
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOfAny('\r', '\n');
            if (next < 0) break;
            at += next;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        return new LineIndex([.. starts], text.Length);
    }

    /// <summary>The offset of a line's first code unit; a line past the end begins at the end of the text.</summary>
    public int StartOf(int line) => line < 0 ? 0 : line < starts.Length ? starts[line] : length;

    /// <summary>The offset after a line's last code unit, its line break included.</summary>
    public int EndOf(int line) => line + 1 < starts.Length ? StartOf(line + 1) : length;

    /// <summary>The line that holds an offset.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(starts, Math.Clamp(offset, 0, length));
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The position of an offset; offsets outside the text mean its nearest end.</summary>
    public TextPosition PositionAt(int offset)
    {
        var at = Math.Clamp(offset, 0, length);
        var line = LineAt(at);
        return new TextPosition(line, at - starts[line]);
    }

    /// <summary>
    /// The offset of a position, never past the content of its line: a column past the end means the end of the line,
    /// before its line break. Spec: LSP 3.18, Position.
    /// </summary>
    public int OffsetAt(ReadOnlySpan<char> text, TextPosition position)
    {
        if (position.Line >= starts.Length) return length;
        var start = StartOf(position.Line);
        var end = start + ContentOf(text, position.Line).Length;
        return Math.Clamp(start + position.Character, start, end);
    }

    /// <summary>A line's text without its line break.</summary>
    public ReadOnlySpan<char> ContentOf(ReadOnlySpan<char> text, int line)
    {
        if (line < 0 || line >= starts.Length) return [];
        return text[starts[line]..EndOf(line)].TrimEnd("\r\n");
    }
}
