using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3305: <c>=</c> where <c>==</c> was meant.</summary>
internal sealed class AssignmentInConditionRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && (IsTruth(assignment.Right) || Operands.Inner(assignment.Right) is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        && IsTested(assignment);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (context.TypeOf(assignment.Left)?.SpecialType != SpecialType.System_Boolean) return;
        context.Report(
            CorrectnessIds.AssignmentInCondition, IsTruth(assignment.Right) ? Confidence.High : Confidence.Medium,
            $"The condition assigns {Shown.Of(assignment.Left)} instead of comparing it", assignment.Span);
    }

    // if (more = Read()) is an idiom; a constant or another variable is not.
    private static bool IsTruth(ExpressionSyntax value) => Operands.Inner(value).RawKind is (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression;

    private static bool IsTested(AssignmentExpressionSyntax assignment)
    {
        SyntaxNode at = assignment;
        while (at.Parent is ParenthesizedExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression })
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IfStatementSyntax branch => branch.Condition == at,
            WhileStatementSyntax loop => loop.Condition == at,
            DoStatementSyntax loop => loop.Condition == at,
            ForStatementSyntax loop => loop.Condition == at,
            ConditionalExpressionSyntax choice => choice.Condition == at,
            _ => false,
        };
    }
}
