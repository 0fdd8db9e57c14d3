using System.Text;
using System.Text.RegularExpressions;

namespace Glassbox.Try.Screen;

/// <summary>Colours one line of C#, as far as a line by itself can tell.</summary>
internal static partial class CSharpInk
{
    /// <summary>The line, painted.</summary>
    public static string Paint(Terminal terminal, string line)
    {
        var painted = new StringBuilder();
        var at = 0;
        foreach (Match match in Words.Matches(line))
        {
            painted.Append(line, at, match.Index - at).Append(terminal.Paint(InkOf(match), match.Value));
            at = match.Index + match.Length;
        }

        return painted.Append(line, at, line.Length - at).ToString();
    }

    private static Ink InkOf(Match match) =>
        match.Groups["comment"].Success ? Ink.Comment
        : match.Groups["text"].Success || match.Groups["number"].Success ? Ink.Literal
        : match.Groups["keyword"].Success ? Ink.Keyword
        : Ink.TypeName;

    [GeneratedRegex(
        """
        (?<comment>//.*$)
        |(?<text>[$@]*"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])')
        |\b(?<number>\d[\d_.]*[mMdDfFlLuU]?)\b
        |\b(?<keyword>async|await|break|case|class|const|continue|decimal|else|false|for|foreach|from|if|in|int|is|let|long|namespace|new|not|null|out|override|params|private|public|readonly|record|ref|return|sealed|static|string|switch|this|throw|true|try|using|var|void|where|while|with|yield)\b
        |(?<=\bnew\ |\bas\ |[(<]|^\s*|\b(?:static|async|readonly|sealed|class|private|public|const)\ )(?<type>[A-Z]\w*(?=\s+\w|[<\[(?]))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words { get; }
}
