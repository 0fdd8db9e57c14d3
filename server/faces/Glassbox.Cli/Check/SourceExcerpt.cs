using Glassbox.Cli.Text;
using Glassbox.Contracts.Text;
using Spectre.Console.Rendering;

namespace Glassbox.Cli.Check;

/// <summary>A line of source as it is shown, and where under it the marks stand, in cells of the terminal.</summary>
/// <param name="Text">Safe to show.</param>
/// <param name="Indent">Cells before the first mark.</param>
/// <param name="Width">How many marks; at least one.</param>
internal sealed record SourceExcerpt(string Text, int Indent, int Width)
{
    private const int LongestLine = 160;
    private const int ContextBefore = 50;

    /// <summary>Cuts what is shown out of a line; a range that goes on below is marked to the line's end.</summary>
    public static SourceExcerpt Of(string line, TextRange range)
    {
        var start = Math.Clamp(range.Start.Character, 0, line.Length);
        var end = range.End.Line > range.Start.Line ? line.TrimEnd().Length : Math.Clamp(range.End.Character, 0, line.Length);
        end = Math.Max(start, end);

        var from = 0;
        var to = line.Length;
        if (line.Length > LongestLine)
        {
            from = WholeCharacter(line, Math.Max(0, start - ContextBefore));
            to = WholeCharacter(line, Math.Min(line.Length, from + LongestLine));
            end = Math.Clamp(end, start, to);
        }

        var before = (from > 0 ? "…" : "") + Printable.Of(line.AsSpan(from, start - from));
        var marked = Printable.Of(line.AsSpan(start, end - start));
        var after = Printable.Of(line.AsSpan(end, to - end)) + (to < line.Length ? "…" : "");
        return new SourceExcerpt((before + marked + after).TrimEnd(), Cells(before), Math.Max(1, Cells(marked)));
    }

    private static int WholeCharacter(string line, int index) =>
        index > 0 && index < line.Length && char.IsLowSurrogate(line[index]) ? index - 1 : index;

    /// <summary>East Asian characters and emoji take two cells.</summary>
    private static int Cells(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();
}
