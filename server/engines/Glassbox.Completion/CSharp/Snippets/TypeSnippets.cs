using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Snippets;

/// <summary>Types, named like the file while it has none of that name.</summary>
internal static class TypeSnippets
{
    /// <summary>Those of a place.</summary>
    public static IEnumerable<SnippetTemplate> At(CSharpSite site, string? filePath)
    {
        var name = NameAt(site, filePath);
        return
        [
            new("class", "class … { }", $"class ${{1:{name}}}\n{{\n\t$0\n}}"),
            new("interface", "interface … { }", $"interface ${{1:{InterfaceName(name)}}}\n{{\n\t$0\n}}"),
            new("record", "record …(…);", $"record ${{1:{name}}}($2);$0"),
            new("struct", "struct … { }", $"struct ${{1:{name}}}\n{{\n\t$0\n}}"),
            new("enum", "enum … { }", $"enum ${{1:{name}}}\n{{\n\t$0\n}}"),
        ];
    }

    private static string NameAt(CSharpSite site, string? filePath)
    {
        const string Nameless = "Name";
        if (site.Is(SitePlace.TypeMember) || filePath is null) return Nameless;
        var name = Path.GetFileName(filePath);
        name = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name;
        var isTaken = site.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Any(node => node is BaseTypeDeclarationSyntax type && type.Identifier.ValueText == name);
        return isTaken || !SyntaxFacts.IsValidIdentifier(name) ? Nameless : name;
    }

    private static string InterfaceName(string name) => name is ['I', >= 'A' and <= 'Z', ..] ? name : "I" + name;
}
