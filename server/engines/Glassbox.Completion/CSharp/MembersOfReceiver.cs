using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Members after a dot where the text around misleads the recommender: <c>case Color.</c> above a brace is read as a
/// pattern on a nested type. The receiver is bound on its own instead.
/// </summary>
internal static class MembersOfReceiver
{
    public static async Task<IReadOnlyCollection<ISymbol>> OfAsync(Document document, CSharpSite site, CancellationToken cancellationToken)
    {
        var receiver = site.Marked.Parent?.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression.ToString(),
            QualifiedNameSyntax name when !site.Is(SitePlace.Using | SitePlace.AttributeName) => name.Left.ToString(),
            _ => null,
        };
        if (receiver is null || await document.GetSemanticModelAsync(cancellationToken) is not { } model) return [];

        var expression = SyntaxFactory.ParseExpression(receiver);
        var symbol = model.GetSpeculativeSymbolInfo(site.WordStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
            return [.. model.LookupSymbols(site.WordStart, container).Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && (member.IsStatic || member is ITypeSymbol))];
        var type = model.GetSpeculativeTypeInfo(site.WordStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or { TypeKind: TypeKind.Error }
            ? []
            : [.. model.LookupSymbols(site.WordStart, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not ITypeSymbol)];
    }
}
