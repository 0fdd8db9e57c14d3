using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>How a buffer breaks and indents its lines.</summary>
/// <param name="LineBreak">What ends a line.</param>
/// <param name="Unit">One level of indentation.</param>
/// <param name="Current">The indentation of the cursor's line.</param>
internal sealed record TextStyle(string LineBreak, string Unit, string Current)
{
    private const int LinesRead = 400;

    /// <summary>Reads it off the lines before and around a cursor.</summary>
    public static TextStyle Of(SourceText text, int cursor)
    {
        var line = text.Lines.GetLineFromPosition(cursor);
        var lineBreak = "\n";
        var unit = "";
        var before = "";
        for (var number = Math.Max(0, line.LineNumber - LinesRead); number < Math.Min(text.Lines.Count, line.LineNumber + LinesRead); number++)
        {
            var other = text.Lines[number];
            if (other.EndIncludingLineBreak > other.End) lineBreak = text.ToString(TextSpan.FromBounds(other.End, other.EndIncludingLineBreak));
            var indent = IndentOf(text, other, other.End);
            if (indent.Length == other.Span.Length) continue;
            var step = indent.StartsWith(before, StringComparison.Ordinal) ? indent[before.Length..] : "";
            if (step.Length > 0 && (unit.Length == 0 || step.Length < unit.Length)) unit = step;
            before = indent;
        }

        return new TextStyle(lineBreak, unit.Length > 0 ? unit : "    ", IndentOf(text, line, cursor));
    }

    private static string IndentOf(SourceText text, TextLine line, int end)
    {
        var at = line.Start;
        while (at < end && text[at] is ' ' or '\t') at++;
        return text.ToString(TextSpan.FromBounds(line.Start, at));
    }
}
