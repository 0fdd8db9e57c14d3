using System.Text.RegularExpressions;

namespace Glassbox.Try.Screen;

/// <summary>The box that opens over a finding, abridged.</summary>
internal static partial class HoverView
{
    private const int Room = 82;

    /// <summary>The box with the first lines of a Markdown text.</summary>
    public static IEnumerable<string> Draw(Terminal terminal, string markdown, int column, int mostOfAParagraph = 2)
    {
        var left = new string(' ', column);
        yield return left + terminal.Paint(Ink.Dim, $"╭{new string('─', Room + 2)}╮");
        foreach (var paragraph in Paragraphs(markdown))
        {
            var isHeading = paragraph.StartsWith('#');
            var plain = Marks.Replace(Links.Replace(paragraph.TrimStart('#', ' '), "${text} ${address}"), "");
            var lines = Terminal.Wrap(plain, Room).ToArray();
            for (var i = 0; i < Math.Min(lines.Length, mostOfAParagraph); i++)
            {
                var text = i == mostOfAParagraph - 1 && lines.Length > mostOfAParagraph ? Terminal.Cut(lines[i], Room - 2) + " …" : lines[i];
                text = text.PadRight(Room);
                yield return $"{left}{terminal.Paint(Ink.Dim, "│")} {(isHeading ? terminal.Paint(Ink.Strong, text) : text)} {terminal.Paint(Ink.Dim, "│")}";
            }
        }

        yield return left + terminal.Paint(Ink.Dim, $"╰{new string('─', Room + 2)}╯");
    }

    // In Markdown a line goes on in the next, unless that is blank, a heading or an item.
    private static IEnumerable<string> Paragraphs(string markdown)
    {
        var open = "";
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (open.Length > 0 && (line.Trim().Length == 0 || Starts.IsMatch(line)))
            {
                yield return open;
                open = "";
            }

            open = $"{open} {line.Trim()}".Trim();
        }
    }

    [GeneratedRegex(@"^\s*(#|\d+\.|[-*] )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Starts { get; }

    [GeneratedRegex(@"\*\*|`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks { get; }

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<address>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links { get; }
}
