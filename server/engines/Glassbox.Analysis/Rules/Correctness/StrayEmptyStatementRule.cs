using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Correctness;

/// <summary>GB3307: a semicolon that ends an <c>if</c> or a loop before its block.</summary>
internal sealed class StrayEmptyStatementRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is EmptyStatementSyntax { SemicolonToken.IsMissing: false, Parent: IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax
            or ForStatementSyntax or CommonForEachStatementSyntax or LockStatementSyntax or UsingStatementSyntax };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var owner = node.Parent;
        var keyword = owner?.GetFirstToken().Text;
        if (owner is IfStatementSyntax branch)
        {
            // if (a) ; else … is clumsy and right.
            if (branch.Else is not null) return;
        }
        else
        {
            // while (Next()); alone is a loop that does its work in the condition.
            var whole = owner;
            while (whole is ElseClauseSyntax || whole?.Parent is ElseClauseSyntax) whole = whole.Parent;
            if (whole is not StatementSyntax statement || Endings.After(statement).FirstOrDefault() is not BlockSyntax) return;
        }

        if (node.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))) return;
        context.Report(CorrectnessIds.StrayEmptyStatement, Confidence.High, $"The '{keyword}' ends at this semicolon, and what follows does not belong to it", node.Span);
    }
}
