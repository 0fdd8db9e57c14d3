using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Symbols;

/// <summary>
/// Whether what is written means a type of a library. Where it binds, the symbol decides; where it does not, because a
/// package was not restored, its written name and the document's imports do, at lower confidence.
/// </summary>
internal static class LibraryNames
{
    /// <summary>How sure it is that a type's name means one of these types, given with their namespaces; null where it means something else.</summary>
    public static Confidence? ConfidenceOfType(this DocumentContext context, SyntaxNode typeName, params ReadOnlySpan<string> fullNames)
    {
        var symbol = context.Model.GetSymbolInfo(typeName, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor) symbol = constructor.ContainingType;
        if (symbol is ITypeSymbol { TypeKind: not TypeKind.Error } type) return IsAny(type, fullNames) ? Confidence.High : null;
        return symbol is null or ITypeSymbol ? WrittenAs(context, Syntax.LastName(typeName), fullNames) : null;
    }

    /// <summary>How sure it is that an expression's value is one of these types or derived from one; null where it is something else.</summary>
    public static Confidence? ConfidenceOfValue(this DocumentContext context, ExpressionSyntax expression, params ReadOnlySpan<string> fullNames)
    {
        // "Directory" in Directory.Delete(…) is a type, not a value of it.
        var symbol = context.Model.GetSymbolInfo(expression, context.CancellationToken).Symbol;
        if (symbol is INamedTypeSymbol) return context.ConfidenceOfType(expression, fullNames);
        var type = context.Model.GetTypeInfo(expression, context.CancellationToken).Type;
        if (type is { TypeKind: not TypeKind.Error }) return IsAny(type, fullNames) ? Confidence.High : null;
        // The declared type's name is known also where the type is not.
        if (type is { Name.Length: > 0 }) return WrittenAs(context, type.Name, fullNames);
        return symbol is null ? WrittenAs(context, Syntax.LastName(expression), fullNames) : null;
    }

    /// <summary>
    /// How sure it is that a call, a property or a field is this member of one of these types, or of one derived from them.
    /// </summary>
    public static Confidence? ConfidenceOfMember(this DocumentContext context, ExpressionSyntax member, string name, params ReadOnlySpan<string> fullNames)
    {
        if (Syntax.LastName(member) != name) return null;
        var symbol = context.Model.GetSymbolInfo(member, context.CancellationToken).Symbol;
        if (symbol is not null)
        {
            if (symbol.Name != name) return null;
            var owner = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension.ContainingType : symbol.ContainingType;
            return owner is not null && IsAny(owner, fullNames) ? Confidence.High : null;
        }

        return member switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => context.ConfidenceOfValue(access.Expression, fullNames),
            MemberAccessExpressionSyntax access => context.ConfidenceOfValue(access.Expression, fullNames),
            _ => null,
        };
    }

    private static bool IsAny(ITypeSymbol type, ReadOnlySpan<string> fullNames)
    {
        foreach (var name in fullNames)
        {
            if (type.IsOrInherits(name)) return true;
        }

        return false;
    }

    private static Confidence? WrittenAs(DocumentContext context, string? simpleName, ReadOnlySpan<string> fullNames)
    {
        foreach (var name in fullNames)
        {
            var dot = name.LastIndexOf('.');
            if (!name.AsSpan(dot + 1).SequenceEqual(simpleName)) continue;
            return dot > 0 && context.Usings.Contains(name[..dot]) ? Confidence.Medium : Confidence.Low;
        }

        return null;
    }
}
