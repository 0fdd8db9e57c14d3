using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>What of a declaration can be documented.</summary>
internal static class DocSubject
{
    public static IReadOnlyList<string> ParametersOf(MemberDeclarationSyntax? member)
    {
        BaseParameterListSyntax? list = member switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            IndexerDeclarationSyntax indexer => indexer.ParameterList,
            DelegateDeclarationSyntax callable => callable.ParameterList,
            TypeDeclarationSyntax type => type.ParameterList,
            _ => null,
        };
        return Named(list?.Parameters.Select(parameter => parameter.Identifier));
    }

    public static IReadOnlyList<string> TypeParametersOf(MemberDeclarationSyntax? member)
    {
        var list = member switch
        {
            MethodDeclarationSyntax method => method.TypeParameterList,
            DelegateDeclarationSyntax callable => callable.TypeParameterList,
            TypeDeclarationSyntax type => type.TypeParameterList,
            _ => null,
        };
        return Named(list?.Parameters.Select(parameter => parameter.Identifier));
    }

    public static bool Returns(MemberDeclarationSyntax? member)
    {
        var type = member switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            DelegateDeclarationSyntax callable => callable.ReturnType,
            OperatorDeclarationSyntax calculation => calculation.ReturnType,
            ConversionOperatorDeclarationSyntax conversion => conversion.Type,
            IndexerDeclarationSyntax indexer => indexer.Type,
            _ => null,
        };
        return type is not (null or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword });
    }

    /// <summary>The exceptions that the declaration's own code throws, as it writes them.</summary>
    public static IEnumerable<string> ThrownBy(MemberDeclarationSyntax? member) => member is null or BaseTypeDeclarationSyntax
        ? []
        : member.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
            .Select(node => node switch
            {
                ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax created } => created.Type.ToString(),
                ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax created } => created.Type.ToString(),
                _ => null,
            })
            .OfType<string>().Distinct(StringComparer.Ordinal);

    private static string[] Named(IEnumerable<SyntaxToken>? names) => names?.Select(name => name.ValueText).Where(name => name.Length > 0).ToArray() ?? [];
}
