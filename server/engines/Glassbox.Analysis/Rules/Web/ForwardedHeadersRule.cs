using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4023: forwarding headers that are believed whoever sends them.</summary>
internal sealed class ForwardedHeadersRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear", Expression: MemberAccessExpressionSyntax list } } && IsList(list);

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var list = (MemberAccessExpressionSyntax)((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)node).Expression).Expression;
        if (context.ConfidenceOfMember(list, list.Name.Identifier.ValueText, "Microsoft.AspNetCore.Builder.ForwardedHeadersOptions") is not { } confidence || DevelopmentOnly.Covers(node)) return;
        var function = Syntax.FunctionOf(node);
        foreach (var call in function.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax other } access || !IsList(other)) continue;
            // Cleared to be filled with those that are known; or reported at the first list.
            if (access.Name.Identifier.ValueText is "Add") return;
            if (access.Name.Identifier.ValueText is "Clear" && call.SpanStart < node.SpanStart) return;
        }

        context.Report(WebIds.ForwardedHeadersTrustAll, confidence, $"Without {list.Name.Identifier.ValueText} anyone can send the address that the program takes for the caller's", node.Span);
    }

    private static bool IsList(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText is "KnownProxies" or "KnownNetworks" or "KnownIPNetworks";
}
