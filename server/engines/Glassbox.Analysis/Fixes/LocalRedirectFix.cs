using Glassbox.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Fixes;

/// <summary>GB1004: <c>Redirect(url)</c> becomes <c>LocalRedirect(url)</c>, which throws for other sites.</summary>
internal sealed class LocalRedirectFix : IFix
{
    public string Id => "local-redirect";

    public string RuleId => RuleIds.OpenRedirect;

    public Task<FixProposal?> ProposeAsync(FixContext context, CancellationToken cancellationToken)
    {
        var call = context.Find<InvocationExpressionSyntax>();
        var name = call?.Expression switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name,
            // Results.Redirect has its LocalRedirect as well; HttpResponse has none.
            MemberAccessExpressionSyntax access when Syntax.LastName(access.Expression) is "Results" or "TypedResults" => access.Name,
            _ => null,
        };
        if (call is null || name is null) return Task.FromResult<FixProposal?>(null);
        var local = name.Identifier.ValueText switch
        {
            "Redirect" when call.ArgumentList.Arguments.Count == 1 || call.Expression is MemberAccessExpressionSyntax => "LocalRedirect",
            "RedirectPermanent" => "LocalRedirectPermanent",
            "RedirectPreserveMethod" => "LocalRedirectPreserveMethod",
            "RedirectPermanentPreserveMethod" => "LocalRedirectPermanentPreserveMethod",
            _ => null,
        };
        if (local is null) return Task.FromResult<FixProposal?>(null);
        var replaced = SyntaxFactory.IdentifierName(local).WithTriviaFrom(name);
        var arguments = call.ArgumentList.Arguments;
        // The parameter is called localUrl there.
        var list = call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText == "url" ? argument.WithNameColon(null) : argument), arguments.GetSeparators()));
        var changed = call.ReplaceNode(name, replaced).WithArgumentList(list);
        return Task.FromResult<FixProposal?>(new FixProposal($"Redirect within the site only: {local}", context.Replace(call, changed)));
    }
}
