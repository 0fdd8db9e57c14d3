using System.Globalization;
using Glassbox.Testing.Wire;

namespace Glassbox.Try.Screen;

/// <summary>Lines of a document as an editor draws them: numbers, colours, squiggles, the cursor.</summary>
/// <param name="terminal">Where it is drawn.</param>
/// <param name="document">What is drawn.</param>
internal sealed class SourceView(Terminal terminal, ClientDocument document)
{
    private const int Gutter = 5;
    private const int Room = Terminal.Width - Gutter - 8;

    /// <summary>The number of the line, from 0, that holds an offset.</summary>
    public int LineOf(int offset) => (int)document.PositionAt(offset)["line"]!;

    /// <summary>The text of a line, from 0.</summary>
    public string TextOf(int line)
    {
        var starts = WireText.LineStarts(document.Text);
        var end = line + 1 < starts.Count ? starts[line + 1] : document.Text.Length;
        return document.Text[starts[line]..end].TrimEnd('\r', '\n');
    }

    /// <summary>A line with its number.</summary>
    public string Line(int line) => Number(line) + CSharpInk.Paint(terminal, Terminal.Cut(TextOf(line), Room));

    /// <summary>A line with the cursor after its end, and what stands there but is not typed.</summary>
    public string LineWithCursor(int line, string ghost = "") => Line(line) + terminal.Paint(Ink.Strong, "▏") + terminal.Paint(Ink.Ghost, ghost);

    /// <summary>A finding: the line before it, its line, the squiggle, the message.</summary>
    public IEnumerable<string> Finding(WireDiagnostic finding)
    {
        var (line, from) = ((int)finding.Range["start"]!["line"]!, document.OffsetsOf(finding.Range).Start);
        var column = from - WireText.LineStarts(document.Text)[line];
        var text = TextOf(line);
        var length = (int)finding.Range["end"]!["line"]! == line ? document.TextOf(finding.Range).Length : text.Length - column;
        var ink = InkOf(finding);
        if (line > 0 && TextOf(line - 1).Trim().Length > 1) yield return Line(line - 1);

        // A line that is too long is scrolled, so that what is underlined can be seen.
        var hidden = Math.Max(0, Math.Min(column - text.TakeWhile(char.IsWhiteSpace).Count(), column + length + 1 - Room));
        yield return hidden == 0 ? Line(line) : Number(line) + terminal.Paint(Ink.Dim, "…") + CSharpInk.Paint(terminal, Terminal.Cut(text[(hidden + 1)..], Room - 1));
        yield return new string(' ', Gutter + 2 + column - hidden) + terminal.Squiggle(ink, Math.Clamp(length, 1, Math.Max(1, Room - column + hidden)));
        var indent = new string(' ', Gutter + 2);
        var first = true;
        foreach (var part in Terminal.Wrap(finding.Message, Terminal.Width - Gutter - 16))
        {
            yield return indent + (first ? terminal.Paint(ink, "● " + finding.Code) + " " : "         ") + part;
            first = false;
        }
    }

    private static Ink InkOf(WireDiagnostic finding) => finding.Severity switch
    {
        1 => Ink.Error,
        2 => Ink.Warning,
        _ => Ink.Information,
    };

    private string Number(int line) =>
        terminal.Paint(Ink.Dim, (line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Gutter) + " │");
}
