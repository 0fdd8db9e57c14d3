using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4024, GB4025 and GB4026: rights given by address, by name of the machine, or by what the caller's own cookie says.</summary>
internal sealed class TrustedSourceRule : INodeRule
{
    private const string ReferrerMessage = "The Referer header is what the caller writes into it, and decides here";

    private const string AddressMessage = "The caller's address can be forged or shared, and decides here";

    private static readonly HashSet<string> DecisiveWords =
        ["admin", "administrator", "isadmin", "role", "roles", "authenticated", "isauthenticated", "loggedin", "isloggedin", "permission", "permissions", "superuser", "privilege", "privileged", "authorized"];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "UserHostAddress" or "UserHostName" or "RemoteIpAddress" or "UrlReferrer" or "Referer" or "HostName",
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText is "UserHostAddress" or "RemoteIpAddress" or "UrlReferrer",
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element => Syntax.LastName(element.Expression) is "Headers" or "ServerVariables" or "Cookies" && KeyOf(key) is not null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContainsKey" } access, ArgumentList.Arguments.Count: 1 } => Syntax.LastName(access.Expression) is "Cookies",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        switch (node)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HostName" } access:
                if (IsLookedUp(access.Expression, context)) Report(access, WebIds.ReverseDnsDecision, "The name that belongs to an address is what the owner of the address says it is", context);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Referer" } access:
                if (Syntax.LastName(access.Expression) is "Headers") Report(access, WebIds.AddressDecidesAccess, ReferrerMessage, context);
                break;
            case MemberAccessExpressionSyntax or MemberBindingExpressionSyntax:
                Report((ExpressionSyntax)node, WebIds.AddressDecidesAccess, Syntax.LastName(node) is "UrlReferrer" ? ReferrerMessage : AddressMessage, context);
                break;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } element:
                InspectElement(element, KeyOf(key)!, context);
                break;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var asked }] } call:
                if (KeyOf(asked) is { } cookie && IsDecisive(cookie) && GuardingComparison.Decides(call)) context.Report(WebIds.CookieDecidesAccess, Confidence.Medium, CookieMessage(cookie), call.Span);
                break;
        }
    }

    private static void InspectElement(ElementAccessExpressionSyntax element, string key, DocumentContext context)
    {
        if (Syntax.LastName(element.Expression) is "Cookies")
        {
            if (IsDecisive(key)) Report(element, WebIds.CookieDecidesAccess, CookieMessage(key), context, countsNull: true);
        }
        else if (key.ToUpperInvariant() is "REFERER" or "HTTP_REFERER")
        {
            Report(element, WebIds.AddressDecidesAccess, ReferrerMessage, context);
        }
        else if (key.ToUpperInvariant() is "REMOTE_ADDR" or "X-FORWARDED-FOR" or "X-REAL-IP" or "HTTP_X_FORWARDED_FOR")
        {
            Report(element, WebIds.AddressDecidesAccess, AddressMessage, context);
        }
    }

    private static string CookieMessage(string cookie) => $"The caller writes the cookie '{cookie}', and it decides here";

    private static void Report(ExpressionSyntax value, string id, string message, DocumentContext context, bool countsNull = false)
    {
        if (GuardingComparison.Of(value, countsNull, context) is { } comparison) context.Report(id, Confidence.Medium, message, comparison.Span);
    }

    private static bool IsDecisive(string cookie) => NameWords.Of(cookie).Any(DecisiveWords.Contains);

    private static string? KeyOf(ExpressionSyntax key) => key switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Referer" or "XForwardedFor" } name => name.Name.Identifier.ValueText is "Referer" ? "Referer" : "X-Forwarded-For",
        _ => null,
    };

    private static bool IsLookedUp(ExpressionSyntax host, DocumentContext context)
    {
        var origin = context.OriginOf(host);
        if (origin is AwaitExpressionSyntax awaited) origin = awaited.Expression;
        return origin is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            && Syntax.LastName(call) is "GetHostEntry" or "GetHostEntryAsync" or "GetHostByAddress" or "Resolve"
            && context.ConfidenceOfValue(access.Expression, "System.Net.Dns") is not null;
    }
}
