using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1004: asks <c>Url.IsLocalUrl</c> first, and goes to the start page otherwise.</summary>
internal sealed class IsLocalUrlFix : IFix
{
    public string Id => "is-local-url";

    public string RuleId => RuleIds.OpenRedirect;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        if (context.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax } call } argument
            || argument.Expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax })
            || !HasUrlHelper(context, call)) return Task.FromResult<FixProposal?>(null);
        var url = argument.Expression.WithoutTrivia();
        var guarded = FixContext.Expression($"Url.IsLocalUrl({url}) ? {url} : \"/\"");
        return Task.FromResult<FixProposal?>(new FixProposal($"Ask Url.IsLocalUrl before '{url}' is followed", context.Replace(argument.Expression, guarded.WithTriviaFrom(argument.Expression))));
    }

    private static bool HasUrlHelper(FixContext context, InvocationExpressionSyntax call) =>
        context.Model.LookupSymbols(call.SpanStart, name: "Url").Any(symbol => symbol is IPropertySymbol { Type.Name: "IUrlHelper" });
}
