using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>The names just before a place: what was just used is used again.</summary>
internal static class RecentNames
{
    private const int Reach = 3000;

    /// <summary>How many code units before the place each name was last seen.</summary>
    public static IReadOnlyDictionary<string, int> Before(CSharpSite site)
    {
        var start = Math.Max(0, site.WordStart - Reach);
        var text = site.Text.ToString(TextSpan.FromBounds(start, site.WordStart));
        var distances = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = distances.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in CodeLexer.Read(text, LexicalRules.CSharp))
        {
            if (token.Kind == CodeTokenKind.Identifier) lookup[token.In(text)] = text.Length - token.End;
        }

        return distances;
    }
}
