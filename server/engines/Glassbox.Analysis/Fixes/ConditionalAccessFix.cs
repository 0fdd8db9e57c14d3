using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB3003: <c>x?.Member</c>, where what comes of it may well be nothing: a call by itself, text, a comparison.</summary>
internal sealed class ConditionalAccessFix : IFix
{
    public string Id => "conditional-access";

    public string RuleId => RuleIds.NullDereference;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is not ExpressionSyntax receiver || receiver.Span != context.Detection.Span) return Task.FromResult<FixProposal?>(null);
        if (receiver.Parent is not MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } first || first.Expression != receiver) return Task.FromResult<FixProposal?>(null);
        var chain = (ExpressionSyntax)first;
        while (chain.Parent is InvocationExpressionSyntax call && call.Expression == chain
            || chain.Parent is MemberAccessExpressionSyntax access && access.Expression == chain
            || chain.Parent is ElementAccessExpressionSyntax element && element.Expression == chain)
        {
            chain = (ExpressionSyntax)chain.Parent;
        }

        if (!AllowsNothing(chain)) return Task.FromResult<FixProposal?>(null);
        var text = chain.ToString();
        var changed = FixContext.Expression(text.Insert(first.OperatorToken.SpanStart - chain.SpanStart, "?")).WithTriviaFrom(chain);
        return Task.FromResult<FixProposal?>(new FixProposal($"Use '{receiver}?.{first.Name.Identifier.ValueText}'", context.Replace(chain, changed)));
    }

    private static bool AllowsNothing(ExpressionSyntax chain) => chain.Parent switch
    {
        ExpressionStatementSyntax or InterpolationSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left == chain,
        // Nothing equals nothing but itself, and is neither greater nor less.
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.LessThanExpression } => true,
        ConditionalAccessExpressionSyntax access => access.Expression == chain,
        _ => false,
    };
}
