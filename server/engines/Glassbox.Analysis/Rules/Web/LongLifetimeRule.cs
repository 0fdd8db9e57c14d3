using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4009 and GB4010: cookies, logins and tokens that let somebody in for months.</summary>
internal sealed class LongLifetimeRule : INodeRule
{
    private static readonly string[] LoginOwners =
    [
        "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions", "Microsoft.AspNetCore.Builder.SessionOptions", "Microsoft.AspNetCore.Http.CookieBuilder",
        "Microsoft.AspNetCore.Authentication.AuthenticationProperties", "Microsoft.AspNetCore.Authentication.BearerToken.BearerTokenOptions",
        "Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor", "Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions", "Microsoft.Owin.Security.AuthenticationProperties",
        "Microsoft.Owin.Security.OAuth.OAuthAuthorizationServerOptions",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Syntax.LastName(assignment.Left) switch
        {
            "Expires" or "MaxAge" or "ExpireTimeSpan" or "IdleTimeout" or "Expiration" or "ExpiresUtc" or "BearerTokenExpiration" or "AccessTokenExpireTimeSpan" => true,
            "Timeout" => assignment.Left is MemberAccessExpressionSyntax access && Syntax.LastName(access.Expression) is "Session",
            _ => false,
        },
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation => Syntax.LastName(Creations.TypeOf(creation)) is "JwtSecurityToken",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (node is AssignmentExpressionSyntax assignment) InspectSetting(assignment, context);
        else if (node is BaseObjectCreationExpressionSyntax token) InspectToken(token, context);
    }

    private static void InspectSetting(AssignmentExpressionSyntax assignment, DocumentContext context)
    {
        if (Syntax.LastName(assignment.Left) is "Timeout")
        {
            // In minutes.
            if (context.NumberOf(assignment.Right) > Lifetimes.LongestDays * 24 * 60) ReportLogin(Confidence.Medium, assignment, context);
            return;
        }

        if (!Lifetimes.IsTooLong(assignment.Right, context)) return;
        if (context.ConfidenceOfSetting(assignment, LoginOwners) is { } confidence)
        {
            ReportLogin(confidence, assignment, context);
        }
        else if (context.ConfidenceOfSetting(assignment, Cookies.CreatedTypes) is { } ofCookie)
        {
            var name = Cookies.NameFor(assignment, context);
            if (Cookies.IsSensitive(name))
                context.Report(WebIds.PersistentSensitiveCookie, ofCookie, $"The cookie '{name}' stays on the disk for more than a month and lets in whoever finds it", assignment.Span);
        }
    }

    private static void InspectToken(BaseObjectCreationExpressionSyntax token, DocumentContext context)
    {
        if (Creations.TypeOf(token) is not { } type || context.ArgumentFor(token, "expires", 4) is not { } expires || !Lifetimes.IsTooLong(expires, context)) return;
        if (context.ConfidenceOfType(type, "System.IdentityModel.Tokens.Jwt.JwtSecurityToken") is { } confidence) ReportLogin(confidence, expires, context);
    }

    private static void ReportLogin(Confidence confidence, SyntaxNode place, DocumentContext context) =>
        context.Report(WebIds.LongSession, confidence, "Whoever gets hold of this login is let in for more than a month", place.Span);
}
