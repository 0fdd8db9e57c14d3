using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>
/// GB3003: where the result is used at once, <c>First</c> in place of <c>FirstOrDefault</c> and a cast in place of
/// <c>as</c>: both fail as well, but say why.
/// </summary>
internal sealed class FirstFix : IFix
{
    public string Id => "first";

    public string RuleId => RuleIds.NullDereference;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is not ExpressionSyntax node || node.Span != context.Detection.Span) return Task.FromResult<FixProposal?>(null);
        switch (Syntax.Bare(node))
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                var name = access.Name.Identifier.ValueText;
                if (name is not ("FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "ElementAtOrDefault")) break;
                var strict = name.Replace("OrDefault", "", StringComparison.Ordinal);
                var renamed = access.Name.WithIdentifier(SyntaxFactory.Identifier(strict).WithTriviaFrom(access.Name.Identifier));
                return Task.FromResult<FixProposal?>(new FixProposal($"Use {strict}, which says when nothing is found", context.Replace(access.Name, renamed)));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } cast when node is ParenthesizedExpressionSyntax:
                var operand = cast.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ThisExpressionSyntax ? cast.Left.WithoutTrivia().ToString() : $"({cast.Left.WithoutTrivia()})";
                return Task.FromResult<FixProposal?>(new FixProposal(
                    $"Cast to {cast.Right}, which says when it fails", context.Replace(node, FixContext.Expression($"(({cast.Right.WithoutTrivia()}){operand})").WithTriviaFrom(node))));
        }

        return Task.FromResult<FixProposal?>(null);
    }
}
