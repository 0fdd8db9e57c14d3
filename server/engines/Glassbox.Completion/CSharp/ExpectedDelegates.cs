using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>The delegates that an expression at a place may become: there a lambda or a method without parentheses fits.</summary>
internal static class ExpectedDelegates
{
    /// <summary>The delegate types, those of all overloads; default where it cannot be told what is called.</summary>
    public static ImmutableArray<INamedTypeSymbol> After(SyntaxToken left, SemanticModel model, CancellationToken cancellationToken)
    {
        // Parentheses may turn out to hold a lambda's parameters.
        while (left.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ParameterListSyntax { Parent: ParenthesizedLambdaExpressionSyntax })
            left = left.Parent.GetFirstToken().GetPreviousToken();

        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        if (left.Parent is BaseArgumentListSyntax or NameColonSyntax { Parent: ArgumentSyntax { Parent: BaseArgumentListSyntax } })
        {
            var isKnown = false;
            foreach (var type in ExpectedType.OfArguments(left, model, cancellationToken))
            {
                isKnown = true;
                Add(type);
            }

            return isKnown ? found.ToImmutable() : default;
        }

        Add(ExpectedType.After(left, model, cancellationToken));
        return found.ToImmutable();

        void Add(ITypeSymbol? type)
        {
            if (type is INamedTypeSymbol { Name: "Expression", TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate } inner] }) type = inner;
            if (type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } callable && !found.Contains(callable, SymbolEqualityComparer.Default)) found.Add(callable);
        }
    }

    /// <summary>Whether a member after a dot may be meant without its parentheses, so that it is worth binding what is around.</summary>
    public static SyntaxToken? BeforeAccess(CSharpSite site)
    {
        if (site.Left.Parent is not MemberAccessExpressionSyntax access) return null;
        var before = access.GetFirstToken().GetPreviousToken();
        return before.Parent is ArgumentListSyntax or NameColonSyntax { Parent: ArgumentSyntax }
            or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression }
                ? before
                : null;
    }
}
