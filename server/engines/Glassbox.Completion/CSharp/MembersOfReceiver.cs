using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// Members after a dot where no recommender can tell: the receiver is bound on its own. So it is where the text around misleads
/// (<c>case Color.</c> above a brace is read as a pattern on a nested type), and where the receiver is not in the text yet.
/// </summary>
internal static class MembersOfReceiver
{
    /// <summary>The members that fit a place behind a dot.</summary>
    public static async Task<IReadOnlyCollection<ISymbol>> OfAsync(Document document, CSharpSite site, CancellationToken cancellationToken)
    {
        var receiver = site.Marked.Parent?.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression.ToString(),
            QualifiedNameSyntax name when !site.Is(SitePlace.Using | SitePlace.AttributeName) => name.Left.ToString(),
            _ => null,
        };
        if (receiver is null || await document.GetSemanticModelAsync(cancellationToken) is not { } model) return [];
        return TypeOf(model, site.WordStart, SyntaxFactory.ParseExpression(receiver)) is { } type ? Of(model, site.WordStart, type.Container, type.IsStatic, withExtensions: true) : [];
    }

    /// <summary>What an expression is that is not in the text: a type or namespace that is named, or the type of a value; null where it means nothing.</summary>
    public static (INamespaceOrTypeSymbol Container, bool IsStatic)? TypeOf(SemanticModel model, int position, ExpressionSyntax expression)
    {
        if (model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol is INamespaceOrTypeSymbol named) return (named, true);
        return model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type is { TypeKind: not TypeKind.Error } type ? (type, false) : null;
    }

    /// <summary>The members that can be named behind it.</summary>
    public static IReadOnlyCollection<ISymbol> Of(SemanticModel model, int position, INamespaceOrTypeSymbol container, bool isStatic, bool withExtensions) => isStatic
        ? [.. model.LookupSymbols(position, container).Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && (member.IsStatic || member is INamespaceOrTypeSymbol))]
        : [.. model.LookupSymbols(position, container, includeReducedExtensionMethods: withExtensions).Where(member => !member.IsStatic && member is not ITypeSymbol)];
}
