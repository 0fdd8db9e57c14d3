using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3303: a decision whose outcomes are the same.</summary>
internal sealed class SameBranchesRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node
        is IfStatementSyntax { Else: { Statement: not IfStatementSyntax } }
        or ConditionalExpressionSyntax;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case IfStatementSyntax { Else: { } otherwise } branch:
                var (first, second) = (Content(branch.Statement), Content(otherwise.Statement));
                if (IsEmpty(first) || branch.ContainsDirectives || !Operands.Same(first, second)) return;
                // Equal on purpose, as a comment in one of them usually says.
                if (Shown.HasComment(branch.Statement) || Shown.HasComment(otherwise)) return;
                context.Report(CorrectnessIds.SameBranches, Confidence.High, "Both branches do the same, whatever the condition says", branch.Condition.Span);
                break;
            case ConditionalExpressionSyntax choice when Operands.Same(Operands.Inner(choice.WhenTrue), Operands.Inner(choice.WhenFalse)):
                context.Report(CorrectnessIds.SameBranches, Confidence.High, $"Both outcomes are {Shown.Of(choice.WhenTrue)}, whatever the condition says", choice.Span);
                break;
        }
    }

    private static StatementSyntax Content(StatementSyntax statement) => statement is BlockSyntax { Statements: [var only] } ? only : statement;

    private static bool IsEmpty(StatementSyntax statement) => statement is EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 };
}
