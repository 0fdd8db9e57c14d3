using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1006: JSON no longer names types. Other formats need another serializer, which nothing can choose for its user.</summary>
internal sealed class TypeNamesFix : IFix
{
    public string Id => "type-names-none";

    public string RuleId => RuleIds.Deserialization;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node is not AssignmentExpressionSyntax { Right: MemberAccessExpressionSyntax mode } || Syntax.LastName(mode.Expression) != "TypeNameHandling")
            return Task.FromResult<FixProposal?>(null);
        return Task.FromResult<FixProposal?>(new FixProposal(
            "Use TypeNameHandling.None", context.Replace(mode, mode.WithName(SyntaxFactory.IdentifierName("None").WithTriviaFrom(mode.Name)))));
    }
}
