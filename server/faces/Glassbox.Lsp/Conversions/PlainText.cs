using System.Text.RegularExpressions;

namespace Glassbox.Lsp.Conversions;

/// <summary>Markdown for clients that show it as it is.</summary>
internal static partial class PlainText
{
    /// <summary>Takes out what only a renderer would hide.</summary>
    public static string FromMarkdown(string markdown) =>
        Links().Replace(markdown.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), "$1 ($2)");

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
