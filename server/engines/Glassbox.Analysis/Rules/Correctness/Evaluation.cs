using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>What of an expression is evaluated whatever its operands give.</summary>
internal static class Evaluation
{
    /// <summary>The parts that are always evaluated, the expression itself first.</summary>
    public static IEnumerable<SyntaxNode> Always(SyntaxNode node)
    {
        yield return node;
        foreach (var part in FirstParts(node))
        {
            foreach (var inner in Always(part)) yield return inner;
        }
    }

    private static IEnumerable<SyntaxNode> FirstParts(SyntaxNode node)
    {
        switch (node)
        {
            case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                return [];
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary:
                return [binary.Left];
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment:
                return [assignment.Left];
            case ConditionalExpressionSyntax choice:
                return [choice.Condition];
            case ConditionalAccessExpressionSyntax access:
                return [access.Expression];
            case SwitchExpressionSyntax choice:
                return [choice.GoverningExpression];
            case QueryExpressionSyntax query:
                return [query.FromClause.Expression];
            default:
                return node.ChildNodes();
        }
    }
}
