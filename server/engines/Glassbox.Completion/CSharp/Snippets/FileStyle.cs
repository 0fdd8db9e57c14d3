using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>How a file indents and where it puts braces, so that what is inserted looks like the rest of it.</summary>
/// <param name="Indentation">One step: a tab, or spaces.</param>
/// <param name="BraceEndsLine">An opening brace stands at the end of its line, not on a line of its own.</param>
internal sealed partial record FileStyle(string Indentation, bool BraceEndsLine)
{
    // The first screens show it; a long file is not read for each popup.
    private const int LinesRead = 400;
    private const int WidestStep = 8;

    /// <summary>Reads it off a text; four spaces and braces on their own lines where the text shows nothing.</summary>
    public static FileStyle Of(SourceText text)
    {
        var tabs = 0;
        var spaced = 0;
        var step = WidestStep + 1;
        var alone = 0;
        var trailing = 0;
        for (var i = 0; i < Math.Min(text.Lines.Count, LinesRead); i++)
        {
            var line = text.ToString(text.Lines[i].Span);
            var content = line.Trim();
            if (content.Length == 0 || content[0] == '*') continue;
            var width = line.Length - line.TrimStart().Length;
            if (line[0] == '\t') tabs++;
            else if (line[0] == ' ' && width > 1)
            {
                spaced++;
                step = Math.Min(step, width);
            }

            if (content is "{") alone++;
            else if (content.EndsWith('{')) trailing++;
        }

        return new FileStyle(tabs > spaced ? "\t" : new string(' ', step > WidestStep ? 4 : step), trailing > alone);
    }

    /// <summary>A text that is written with tabs and with braces on their own lines, in this style.</summary>
    public string Write(string template)
    {
        var text = template;
        if (BraceEndsLine)
        {
            text = OpeningBraces().Replace(text, " {");
            text = AfterClosingBraces().Replace(text, "} ");
        }

        return text.Replace("\t", Indentation, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\n\t*\{(?=\n)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpeningBraces();

    [GeneratedRegex(@"\}\n\t*(?=else|catch|finally|while)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterClosingBraces();
}
