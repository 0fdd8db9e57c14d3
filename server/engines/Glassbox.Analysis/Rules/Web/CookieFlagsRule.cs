using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4001 and GB4002: cookies that also travel in clear text, and cookies that scripts may read.</summary>
internal sealed class CookieFlagsRule : INodeRule
{
    private static readonly HashSet<string> SecureNames = ["Secure", "SecurePolicy", "CookieSecure", "RequireSSL"];

    private static readonly HashSet<string> HttpOnlyNames = ["HttpOnly", "CookieHttpOnly", "HttpOnlyCookies"];

    private static readonly string[] Owners =
    [
        .. Cookies.CreatedTypes, "Microsoft.AspNetCore.Http.CookieBuilder", "Microsoft.AspNetCore.Builder.CookiePolicyOptions",
        "Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions", "System.Web.Configuration.HttpCookiesSection", "System.Web.Configuration.FormsAuthenticationConfiguration",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => Syntax.LastName(Creations.TypeOf(creation)) is "CookieOptions" or "HttpCookie",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" } access, ArgumentList.Arguments.Count: 2 } =>
            Syntax.LastName(access.Expression) is "Cookies",
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            Syntax.LastName(assignment.Left) is { } name && (SecureNames.Contains(name) || HttpOnlyNames.Contains(name)),
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax creation when Creations.TypeOf(creation) is { } type && context.ConfidenceOfType(type, Cookies.CreatedTypes) is { } confidence:
                InspectCreation(creation, confidence, context);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                InspectAppend(call, access, context);
                break;
            case AssignmentExpressionSyntax assignment:
                InspectSetting(assignment, context);
                break;
        }
    }

    private static void InspectCreation(BaseObjectCreationExpressionSyntax creation, Confidence confidence, DocumentContext context)
    {
        // Copies of other options are as those are.
        var isCopy = Syntax.LastName(Creations.TypeOf(creation)) is "CookieOptions" && Creations.ArgumentsOf(creation).Count > 0;
        var settings = Creations.SettingsOf(creation).ToList();
        if (isCopy || Cookies.IsRemoved(settings, context)) return;
        // Given to anything else it is deleted, or completed where it goes.
        if (Cookies.CallsWith(creation).Any(call => Syntax.LastName(call.Expression) is not ("Append" or "Add" or "Set" or "SetCookie" or "AppendCookie"))) return;
        ReportMissing(Cookies.NameFor(creation, context), settings, confidence, creation, context);
    }

    private static void InspectAppend(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, DocumentContext context)
    {
        var confidence = context.ConfidenceOfValue(access.Expression, "Microsoft.AspNetCore.Http.IResponseCookies");
        var isWritten = context.Model.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol is null
            && Syntax.LastName((access.Expression as MemberAccessExpressionSyntax)?.Expression) is "Response";
        if (confidence is null && !isWritten) return;
        ReportMissing(context.TextOf(call.ArgumentList.Arguments[0].Expression), [], confidence ?? Confidence.Low, call, context);
    }

    private static void ReportMissing(string? cookie, List<AssignmentExpressionSyntax> settings, Confidence confidence, SyntaxNode place, DocumentContext context)
    {
        if (Cookies.IsHarmless(cookie)) return;
        var facts = ProjectFacts.Of(context);
        if (!facts.MakesCookiesSecure && !settings.Exists(setting => SecureNames.Contains(Syntax.LastName(setting.Left) ?? "")))
            context.Report(WebIds.CookieNotSecure, confidence, $"{Shown(cookie)} is also sent over connections in clear text", place.Span);
        if (!facts.MakesCookiesHttpOnly && !Cookies.IsForScripts(cookie) && !settings.Exists(setting => HttpOnlyNames.Contains(Syntax.LastName(setting.Left) ?? "")))
            context.Report(WebIds.CookieNotHttpOnly, confidence, $"{Shown(cookie)} can be read by every script on the page", place.Span);
    }

    private static void InspectSetting(AssignmentExpressionSyntax assignment, DocumentContext context)
    {
        if (!IsOff(assignment, context) || DevelopmentOnly.Covers(assignment)) return;
        // options.Cookie.HttpOnly where nothing binds.
        var isWritten = assignment.Left is MemberAccessExpressionSyntax access && Syntax.LastName(access.Expression) is "Cookie"
            && context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is null;
        if ((context.ConfidenceOfSetting(assignment, Owners) ?? (isWritten ? Confidence.Low : (Confidence?)null)) is not { } confidence) return;
        var name = Syntax.LastName(assignment.Left)!;
        var beside = Creations.SettingsBeside(assignment).ToList();
        if (beside.Exists(other => other.SpanStart > assignment.SpanStart && Syntax.LastName(other.Left) == name && !IsOff(other, context))) return;
        var cookie = Cookies.NameFor(assignment, context);
        if (Cookies.IsHarmless(cookie) || Cookies.IsRemoved(beside, context)) return;
        if (SecureNames.Contains(name))
            context.Report(WebIds.CookieNotSecure, confidence, $"{assignment} sends the cookie over connections in clear text as well", assignment.Span);
        else if (!Cookies.IsForScripts(cookie))
            context.Report(WebIds.CookieNotHttpOnly, confidence, $"{assignment} lets every script on the page read the cookie", assignment.Span);
    }

    private static bool IsOff(AssignmentExpressionSyntax assignment, DocumentContext context) =>
        context.IsFalse(assignment.Right) || context.MemberOf(assignment.Right) is "None" or "Never";

    private static string Shown(string? cookie) => cookie is null ? "The cookie" : $"The cookie '{cookie}'";
}
