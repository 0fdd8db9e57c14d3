using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What a document's expressions are bound to, in few words.</summary>
internal static class Bindings
{
    public static ITypeSymbol? TypeOf(this DocumentContext context, ExpressionSyntax expression) =>
        context.Model.GetTypeInfo(expression, context.CancellationToken).Type;

    /// <summary>The type that an expression is converted to where it stands.</summary>
    public static ITypeSymbol? TargetOf(this DocumentContext context, ExpressionSyntax expression) =>
        context.Model.GetTypeInfo(expression, context.CancellationToken).ConvertedType;

    public static ISymbol? SymbolOf(this DocumentContext context, SyntaxNode node) =>
        context.Model.GetSymbolInfo(node, context.CancellationToken).Symbol;

    public static Optional<object?> ConstantAt(this DocumentContext context, SyntaxNode node) =>
        context.Model.GetConstantValue(node, context.CancellationToken);

    /// <summary>The type whose declaration holds a node.</summary>
    public static INamedTypeSymbol? EnclosingType(this DocumentContext context, SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) as INamedTypeSymbol
            : null;

    /// <summary>True where code outside the assembly can see a symbol.</summary>
    public static bool IsVisibleOutside(this ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }
}
