using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>Comparisons with null, and the uses that fail on it.</summary>
internal static class NullTests
{
    /// <summary>What a condition compares with null, and whether it asks for null or for something else.</summary>
    public static (ExpressionSyntax Value, bool IsNull)? Of(ExpressionSyntax condition)
    {
        switch (Operands.Inner(condition))
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality:
                var asksForNull = equality.IsKind(SyntaxKind.EqualsExpression);
                if (equality.Right.IsKind(SyntaxKind.NullLiteralExpression)) return (Operands.Inner(equality.Left), asksForNull);
                if (equality.Left.IsKind(SyntaxKind.NullLiteralExpression)) return (Operands.Inner(equality.Right), asksForNull);
                return null;
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax pattern } test when IsNull(pattern):
                return (Operands.Inner(test.Expression), true);
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax pattern } } test when IsNull(pattern):
                return (Operands.Inner(test.Expression), false);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation when Of(negation.Operand) is { } inner:
                return (inner.Value, !inner.IsNull);
            default:
                return null;
        }
    }

    /// <summary>The first use, among what is always evaluated, that fails where a value is null.</summary>
    public static ExpressionSyntax? UseIn(SyntaxNode evaluated, ExpressionSyntax value, DocumentContext context)
    {
        foreach (var part in Evaluation.Always(evaluated))
        {
            var used = part switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                ElementAccessExpressionSyntax access => access.Expression,
                _ => null,
            };
            if (used is null || !Operands.Same(Operands.Inner(used), value)) continue;
            // An extension method may be called on null.
            if (part is MemberAccessExpressionSyntax && context.SymbolOf(part) is IMethodSymbol { IsExtensionMethod: true }) continue;
            return used;
        }

        return null;
    }

    /// <summary>How sure it is that using a value fails where it is null; null where it does not.</summary>
    public static Confidence? FailsOnNull(ExpressionSyntax value, DocumentContext context) => context.TypeOf(value) switch
    {
        { TypeKind: TypeKind.Error } => Confidence.Low,
        { IsReferenceType: true, TypeKind: not TypeKind.TypeParameter } => Confidence.High,
        _ => null,
    };

    /// <summary>True for a local that holds what <c>as</c> or a search gave: whether that is checked is followed by another rule.</summary>
    public static bool IsFollowed(ExpressionSyntax value, DocumentContext context)
    {
        if (context.SymbolOf(value) is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] }) return false;
        if (reference.GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: var given }) return false;
        var origin = Syntax.Bare(given);
        if (origin is AwaitExpressionSyntax awaited) origin = awaited.Expression;
        return origin.IsKind(SyntaxKind.AsExpression) || (origin is InvocationExpressionSyntax call && MaybeNull.IsSearch(Syntax.LastName(call) ?? ""));
    }

    /// <summary>True where a node gives an expression another value.</summary>
    public static bool IsGivenIn(SyntaxNode node, ExpressionSyntax value) => node.DescendantNodesAndSelf().Any(inner => inner switch
    {
        AssignmentExpressionSyntax assignment => Operands.Same(assignment.Left, value) || assignment.Left is TupleExpressionSyntax,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => Operands.Same(argument.Expression, value),
        _ => false,
    });

    private static bool IsNull(ConstantPatternSyntax pattern) => pattern.Expression.IsKind(SyntaxKind.NullLiteralExpression);
}
