using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB3002: <c>&lt;=</c> becomes <c>&lt;</c>; a downward loop begins one lower.</summary>
internal sealed class LessThanFix : IFix
{
    public string Id => "less-than";

    public string RuleId => RuleIds.LoopBound;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is BinaryExpressionSyntax comparison)
        {
            var (kind, token) = comparison.IsKind(SyntaxKind.LessThanOrEqualExpression)
                ? (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken)
                : (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken);
            var changed = SyntaxFactory.BinaryExpression(kind, comparison.Left, SyntaxFactory.Token(token).WithTriviaFrom(comparison.OperatorToken), comparison.Right);
            return Task.FromResult<FixProposal?>(new FixProposal($"Stop before the end: '{changed}'", context.Replace(comparison, changed)));
        }

        var start = context.Node as ExpressionSyntax ?? (context.Node as EqualsValueClauseSyntax)?.Value;
        if (start is null) return Task.FromResult<FixProposal?>(null);
        var lower = FixContext.Expression($"{start.WithoutTrivia()} - 1").WithTriviaFrom(start);
        return Task.FromResult<FixProposal?>(new FixProposal($"Begin at the last position: '{lower.WithoutTrivia()}'", context.Replace(start, lower)));
    }
}
