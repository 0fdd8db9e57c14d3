using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>What can be typed in a preprocessor line.</summary>
internal static class PreprocessorWords
{
    private static readonly string[] Directives =
    [
        "if", "elif", "else", "endif", "define", "undef", "region", "endregion", "pragma", "nullable", "error", "warning", "line",
    ];

    /// <summary>The words of a site in a preprocessor line.</summary>
    public static IEnumerable<string> At(CSharpSite site)
    {
        var start = site.WordStart;
        while (start > 0 && site.Text[start - 1] is not ('\r' or '\n')) start--;
        var words = site.Text.ToString(TextSpan.FromBounds(start, site.WordStart)).TrimStart().TrimStart('#')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => Directives,
            ["if" or "elif", ..] => [.. site.Root.SyntaxTree.Options.PreprocessorSymbolNames, "true", "false"],
            ["nullable"] => ["enable", "disable", "restore"],
            ["nullable", _] => ["annotations", "warnings"],
            ["pragma"] => ["warning", "checksum"],
            ["pragma", "warning"] => ["disable", "restore"],
            ["line"] => ["default", "hidden"],
            _ => [],
        };
    }
}
