using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>What one document says that counts for the whole project, read from its tokens alone.</summary>
internal sealed class ProtectionFacts
{
    private readonly HashSet<string> entities = [];

    public bool ChecksAntiforgery { get; private set; }

    public bool RequiresLogin { get; private set; }

    public bool UsesCookiePolicy { get; private set; }

    public bool MakesCookiesSecure { get; private set; }

    public bool MakesCookiesHttpOnly { get; private set; }

    public bool SaysWhoMayFrame { get; private set; }

    public bool HasSetOf(string entity) => entities.Contains(entity);

    public static ProtectionFacts Of(SyntaxTree tree)
    {
        var facts = new ProtectionFacts();
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken)) facts.Read(token);
            else if (token.IsKind(SyntaxKind.StringLiteralToken)) facts.SaysWhoMayFrame |= IsFrameHeader(token.ValueText);
        }

        return facts;
    }

    private static bool IsFrameHeader(string text) =>
        text.Contains("X-Frame-Options", StringComparison.OrdinalIgnoreCase) || text.Contains("frame-ancestors", StringComparison.OrdinalIgnoreCase);

    private void Read(SyntaxToken identifier)
    {
        var name = identifier.ValueText;
        switch (name)
        {
            case "FallbackPolicy" or "SetFallbackPolicy" or "RequireAuthorization" or "AuthorizeFilter" or "AuthorizeFolder" or "AuthorizeAreaFolder":
                RequiresLogin = true;
                return;
            case "AuthorizeAttribute":
                RequiresLogin |= IsRegistered(identifier);
                return;
            case "UseCookiePolicy":
                UsesCookiePolicy = true;
                return;
            case "Always" when identifier.Parent?.Parent is MemberAccessExpressionSyntax access:
                MakesCookiesSecure |= Syntax.LastName(access.Expression) is "CookieSecurePolicy" && access.Parent is AssignmentExpressionSyntax { Left: var left } && Syntax.LastName(left) is "Secure";
                MakesCookiesHttpOnly |= Syntax.LastName(access.Expression) is "HttpOnlyPolicy";
                return;
            case "DbSet" or "IDbSet" when identifier.Parent is GenericNameSyntax { TypeArgumentList.Arguments: [var entity] }:
                if (Syntax.LastName(entity) is { } type) entities.Add(type);
                return;
            case "XFrameOptions":
                SaysWhoMayFrame = true;
                return;
        }

        if (name.Length > 20 && name.Contains("ValidateAntiForgeryToken", StringComparison.OrdinalIgnoreCase)) ChecksAntiforgery |= IsRegistered(identifier);
    }

    // Given to a call such as Filters.Add, rather than written on a controller or derived from.
    private static bool IsRegistered(SyntaxToken identifier)
    {
        for (var at = identifier.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case AttributeSyntax or BaseListSyntax or MemberDeclarationSyntax:
                    return false;
                case InvocationExpressionSyntax call when Syntax.LastName(call.Expression)?.StartsWith("Add", StringComparison.Ordinal) == true:
                    return true;
            }
        }

        return false;
    }
}
