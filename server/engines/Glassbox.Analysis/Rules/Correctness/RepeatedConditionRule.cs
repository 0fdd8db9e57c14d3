using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3304: a condition that was asked before, in the same chain or right above.</summary>
internal sealed class RepeatedConditionRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Parent: not ElseClauseSyntax } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary => Operands.IsTopOfChain(binary),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case IfStatementSyntax branch:
                InspectList(ConditionsOf(branch), "was asked before in this chain, so that its branch never runs", context);
                InspectNeighbour(branch, context);
                break;
            case BinaryExpressionSyntax binary:
                InspectList(Operands.ChainOf(binary), $"stands twice in this chain of '{binary.OperatorToken.Text}'", context);
                break;
        }
    }

    private static void InspectList(List<ExpressionSyntax> conditions, string mistake, DocumentContext context)
    {
        for (var later = 1; later < conditions.Count; later++)
        {
            // What stands between may change the answer.
            for (var earlier = later - 1; earlier >= 0 && Operands.IsPlain(conditions[earlier]); earlier--)
            {
                if (!Operands.Same(conditions[earlier], conditions[later])) continue;
                context.Report(CorrectnessIds.RepeatedCondition, Confidence.High, $"{Shown.Of(conditions[later])} {mistake}", conditions[later].Span);
                break;
            }
        }
    }

    private static List<ExpressionSyntax> ConditionsOf(IfStatementSyntax first)
    {
        var conditions = new List<ExpressionSyntax>();
        for (var branch = first; branch is not null; branch = branch.Else?.Statement as IfStatementSyntax) conditions.Add(Operands.Inner(branch.Condition));
        return conditions;
    }

    // if (a) return x; if (a) return y;
    private static void InspectNeighbour(IfStatementSyntax branch, DocumentContext context)
    {
        if (branch.Else is not null || Endings.Before(branch).FirstOrDefault() is not IfStatementSyntax { Else: null } before) return;
        var condition = Operands.Inner(branch.Condition);
        if (!Endings.Leaves(before.Statement) || !Operands.Same(Operands.Inner(before.Condition), condition) || !Operands.IsPlain(condition)) return;
        context.Report(
            CorrectnessIds.RepeatedCondition, Confidence.High, $"{Shown.Of(condition)} was asked right before, so that this branch never runs", branch.Condition.Span);
    }
}
