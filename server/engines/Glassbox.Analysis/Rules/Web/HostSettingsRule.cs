using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4013, GB4015 and GB4019: protections of the web host that one setting switches off.</summary>
internal sealed class HostSettingsRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
        && Syntax.LastName(assignment.Left) is "EnableHeaderChecking" or "EnableViewStateMac" or "ViewStateEncryptionMode" or "SuppressXFrameOptionsHeader";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        switch (Syntax.LastName(assignment.Left))
        {
            case "EnableHeaderChecking" when context.IsFalse(assignment.Right):
                Report(WebIds.HeaderCheckingOff, "Line breaks in the values of headers are no longer taken out", "System.Web.Configuration.HttpRuntimeSection");
                break;
            case "EnableViewStateMac" when context.IsFalse(assignment.Right):
                Report(WebIds.ViewStateUnprotected, "The view state that comes back may have been changed", "System.Web.UI.Page", "System.Web.Configuration.PagesSection");
                break;
            case "ViewStateEncryptionMode" when context.MemberOf(assignment.Right) is "Never":
                Report(WebIds.ViewStateUnprotected, "The view state can be read by whoever gets the page", "System.Web.UI.Page", "System.Web.Configuration.PagesSection");
                break;
            case "SuppressXFrameOptionsHeader" when context.IsTrue(assignment.Right) && !ProjectFacts.Of(context).SaysWhoMayFrame:
                Report(WebIds.FramingAllowed, "Other sites may show these pages in a frame", "Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions", "System.Web.Helpers.AntiForgeryConfig");
                break;
        }

        void Report(string id, string message, params string[] owners)
        {
            if (ConfidenceOf(owners) is { } confidence) context.Report(id, confidence, message, assignment.Span);
        }

        // A page sets its own properties by their bare names.
        Confidence? ConfidenceOf(string[] owners) =>
            context.ConfidenceOfSetting(assignment, owners) ?? (assignment.Left is IdentifierNameSyntax && IsUnknown(assignment.Left, context) ? Confidence.Low : (Confidence?)null);
    }

    private static bool IsUnknown(ExpressionSyntax expression, DocumentContext context) =>
        expression.Parent?.Parent is ExpressionStatementSyntax && context.Model.GetSymbolInfo(expression, context.CancellationToken).Symbol is null;
}
