using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3325: a throw in a <c>finally</c> block, which replaces the failure that was under way.</summary>
internal sealed class ThrowInFinallyRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax && node.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null;

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                // Caught again before it leaves.
                case TryStatementSyntax { Catches.Count: > 0 } attempt when attempt.Block.Span.Contains(node.Span):
                    return;
                case FinallyClauseSyntax:
                    context.Report(CorrectnessIds.ThrowInFinally, Confidence.High, "A throw in 'finally' replaces the failure that was under way, which is then lost", node.Span);
                    return;
            }
        }
    }
}
