using Glassbox.Analysis.Detections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4003: cookies that other sites may make the browser send.</summary>
internal sealed class CookieSameSiteRule : INodeRule
{
    private static readonly string[] Owners = [.. Cookies.CreatedTypes, "Microsoft.AspNetCore.Http.CookieBuilder"];

    public bool IsCandidate(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && Syntax.LastName(assignment.Left) is "SameSite" or "CookieSameSite";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var assignment = (AssignmentExpressionSyntax)node;
        if (context.MemberOf(assignment.Right) is not "None" || context.ConfidenceOfSetting(assignment, Owners) is not { } confidence) return;
        if (Cookies.IsHarmless(Cookies.NameFor(assignment, context)) || Cookies.IsRemoved(Creations.SettingsBeside(assignment), context)) return;
        context.Report(WebIds.CookieSameSite, confidence, $"{assignment} lets other sites send requests with the cookie", assignment.Span);
    }
}
