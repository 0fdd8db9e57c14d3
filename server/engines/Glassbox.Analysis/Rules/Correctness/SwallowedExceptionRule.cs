using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3321: an empty catch of every failure, without a word why.</summary>
internal sealed class SwallowedExceptionRule : INodeRule
{
    // What is tried at the end of something's life, when nobody could do anything about a failure.
    private static readonly HashSet<string> Farewells =
    [
        "Dispose", "DisposeAsync", "Close", "CloseAsync", "Delete", "DeleteAsync", "Kill", "Cancel", "CancelAsync", "Abort", "Shutdown",
        "Stop", "StopAsync", "Rollback", "RollbackAsync", "Flush", "FlushAsync", "Release",
    ];

    public bool IsCandidate(SyntaxNode node) => node is CatchClauseSyntax { Block.Statements.Count: 0 } clause && Catching.IsGeneral(clause);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var clause = (CatchClauseSyntax)node;
        if (clause.ContainsDiagnostics || Shown.HasComment(clause) || clause.Parent is not TryStatementSyntax attempt) return;
        if (attempt.Block.Statements is [ExpressionStatementSyntax { Expression: var only }] && IsFarewell(only)) return;
        if (Syntax.BodyOf(node) is DestructorDeclarationSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Dispose" or "DisposeAsync" }) return;
        var isKnown = clause.Declaration is null || context.ConfidenceOfType(clause.Declaration.Type, "System.Exception", "System.SystemException") is not null;
        if (!isKnown) return;
        context.Report(CorrectnessIds.SwallowedException, Confidence.High, "Every failure is caught here and forgotten", clause.CatchKeyword.Span);
    }

    private static bool IsFarewell(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => IsFarewell(awaited.Expression),
        ConditionalAccessExpressionSyntax conditional => IsFarewell(conditional.WhenNotNull),
        InvocationExpressionSyntax call => Farewells.Contains(Syntax.LastName(call) ?? ""),
        _ => false,
    };
}
