using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3322: a catch of every failure that goes on as if nothing had been.</summary>
internal sealed class CatchesEverythingRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is CatchClauseSyntax { Block.Statements.Count: > 0 } clause && Catching.IsGeneral(clause) && clause.Block.Statements.All(IsGoingOn);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var clause = (CatchClauseSyntax)node;
        if (clause.ContainsDiagnostics || Shown.HasComment(clause)) return;
        if (clause.Declaration is not null && context.ConfidenceOfType(clause.Declaration.Type, "System.Exception", "System.SystemException") is null) return;
        context.Report(CorrectnessIds.CatchesEverything, Confidence.Medium, "Every failure is caught here, and none is told, handed on or answered", clause.CatchKeyword.Span);
    }

    // Only what does not look at the failure: any call, assignment or result may be an answer to it.
    private static bool IsGoingOn(StatementSyntax statement) => statement switch
    {
        ContinueStatementSyntax or BreakStatementSyntax or EmptyStatementSyntax or ReturnStatementSyntax { Expression: null } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => IsPause(call),
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } } => IsPause(call),
        BlockSyntax block => block.Statements.All(IsGoingOn),
        _ => false,
    };

    private static bool IsPause(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" or "Delay" or "Yield" or "SpinWait", Expression: IdentifierNameSyntax { Identifier.ValueText: "Thread" or "Task" } };
}
