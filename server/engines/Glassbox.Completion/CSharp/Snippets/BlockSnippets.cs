using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>The blocks that fit a place.</summary>
internal static class BlockSnippets
{
    private const SitePlace Places = SitePlace.Statement | SitePlace.TypeMember | SitePlace.TopLevel;

    public static IEnumerable<PopupEntry> At(CSharpSite site, Document document)
    {
        if (!site.Is(Places) || site.IsEscaped) return [];
        var templates = new List<SnippetTemplate>();
        var isModified = IsModified(site.Left);
        if (site.Is(SitePlace.Statement) && !isModified)
        {
            templates.AddRange(StatementSnippets.All);
            if (CSharpKeywords.At(site).Contains("else")) templates.Add(StatementSnippets.Else);
        }

        if (site.Is(SitePlace.TypeMember) && !isModified) templates.AddRange(MemberSnippets.At(site, document.Project));
        if (site.Is(SitePlace.TypeMember | SitePlace.TopLevel)) templates.AddRange(TypeSnippets.At(site, document.FilePath));
        if (templates.Count == 0) return [];
        var style = FileStyle.Of(site.Text);
        return templates.Select(template => template.ToEntry(style));
    }

    // "public $0" goes on to a type; any other block brings its own modifiers, or bears none.
    private static bool IsModified(SyntaxToken left) =>
        (SyntaxFacts.IsKeywordKind(left.Kind()) && left.Kind() is not (SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword))
        || (left.IsKind(SyntaxKind.IdentifierToken) && left.ValueText is "partial" or "async" or "required" or "file");
}
