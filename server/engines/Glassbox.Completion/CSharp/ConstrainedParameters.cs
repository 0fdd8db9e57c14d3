using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>After <c>where</c> of a declaration: its type parameters that have no constraint yet.</summary>
internal static class ConstrainedParameters
{
    /// <summary>The parameters; none where the place is another.</summary>
    public static IEnumerable<PopupEntry> At(CSharpSite site)
    {
        if (!site.Left.IsKind(SyntaxKind.WhereKeyword) || site.Left.Parent is not TypeParameterConstraintClauseSyntax { Parent: { } declaration } clause) return [];
        var parameters = declaration switch
        {
            TypeDeclarationSyntax type => type.TypeParameterList,
            MethodDeclarationSyntax method => method.TypeParameterList,
            DelegateDeclarationSyntax callable => callable.TypeParameterList,
            LocalFunctionStatementSyntax local => local.TypeParameterList,
            _ => null,
        };
        var constrained = declaration.ChildNodes().OfType<TypeParameterConstraintClauseSyntax>().Where(other => other != clause).Select(other => other.Name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        return parameters is null ? [] : parameters.Parameters.Select(parameter => parameter.Identifier.ValueText).Where(name => name.Length > 0 && !constrained.Contains(name))
            .Select(name => new PopupEntry(name, CandidateKind.TypeParameter, Proximity.ExpectedMember));
    }
}
