using Glassbox.Completion.Imports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>Namespaces that a document imports and that nothing declares: a package is not restored, or a reference is missing.</summary>
internal static class UnknownUsings
{
    /// <summary>True where there is one.</summary>
    /// <param name="root">The document.</param>
    /// <param name="compilation">Its project's.</param>
    /// <param name="globalUsings">What the project imports everywhere.</param>
    /// <param name="written">What is just being written, which says nothing yet.</param>
    public static bool Exist(SyntaxNode root, Compilation compilation, IEnumerable<string> globalUsings, TextSpan written)
    {
        var usings = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
        return usings.Where(directive => directive is { Alias: null, Name: not null } && !directive.FullSpan.IntersectsWith(written) && directive.StaticKeyword.IsKind(SyntaxKind.None))
            .Select(directive => UsingEdit.NameOf(directive.Name!))
            .Concat(globalUsings)
            .Any(name => !Exists(compilation.GlobalNamespace, name));
    }

    private static bool Exists(INamespaceSymbol space, string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (space.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner) return false;
            space = inner;
        }

        return true;
    }
}
