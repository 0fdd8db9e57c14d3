using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4008: folders whose contents are shown to visitors.</summary>
internal sealed class DirectoryListingRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
            access.Name.Identifier.ValueText is "UseDirectoryBrowser" || (access.Name.Identifier.ValueText is "UseFileServer" && call.ArgumentList.Arguments.Count > 0),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) is "EnableDirectoryBrowsing",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (DevelopmentOnly.Covers(node)) return;
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseFileServer" } } call:
                if (context.IsTrue(call.ArgumentList.Arguments[0].Expression)) Report(Confidence.High, "UseFileServer(true) shows what is in the folders");
                break;
            case InvocationExpressionSyntax call:
                var symbol = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol;
                if (symbol is null || symbol.ContainingNamespace.IsInOrBelow("Microsoft.AspNetCore") || symbol.ContainingNamespace.IsInOrBelow("Owin"))
                    Report(symbol is null ? Confidence.Medium : Confidence.High, "UseDirectoryBrowser shows what is in the folders");
                break;
            case AssignmentExpressionSyntax assignment when context.IsTrue(assignment.Right):
                Report(Confidence.High, "EnableDirectoryBrowsing shows what is in the folders");
                break;
        }

        void Report(Confidence confidence, string message) => context.Report(WebIds.DirectoryListing, confidence, message, node.Span);
    }
}
