using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4011 and GB4012: actions that forgot to ask for a login, and [Authorize] that [AllowAnonymous] takes back.</summary>
internal sealed class AuthorizationRule : INodeRule
{
    // What somebody does who has no login yet, and what other programs call with a secret of their own.
    private static readonly string[] OpenToAll =
    [
        "login", "logon", "signin", "signup", "register", "logout", "logoff", "signout", "forgot", "reset", "confirm", "verify", "token", "refresh", "callback",
        "webhook", "hook", "error", "contact", "subscribe", "culture", "language", "consent", "health", "challenge", "external",
    ];

    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { AttributeLists.Count: > 0 } method => Controllers.ChangesState(method),
        AttributeSyntax attribute => Controllers.NameOf(attribute) is "Authorize",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (node is MethodDeclarationSyntax method) InspectAction(method, context);
        else if (node is AttributeSyntax attribute) InspectAuthorize(attribute, context);
    }

    private static void InspectAction(MethodDeclarationSyntax method, DocumentContext context)
    {
        var name = method.Identifier.ValueText;
        if (OpenToAll.Any(open => name.Contains(open, StringComparison.OrdinalIgnoreCase))) return;
        if (Controllers.ActionOf(method, context.Model, context.CancellationToken) is not { } action) return;
        var type = action.ContainingType;
        if (Controllers.ConfidenceOf(type) is null || Controllers.IsOn(action, Decides) || Controllers.IsOnType(type, Decides)) return;
        if (!type.GetMembers().OfType<IMethodSymbol>().Any(other => Controllers.IsOn(other, Controllers.IsAuthorize)) || AsksItself(method) || ProjectFacts.Of(context).RequiresLogin) return;
        // Whether it is meant to be open, only a person can say.
        context.Report(WebIds.AuthorizationMissing, Confidence.Medium, $"'{name}' changes data without a login, while other actions of '{type.Name}' ask for one", method.Identifier.Span);
    }

    private static bool Decides(string attribute) => attribute is "AllowAnonymous" || Controllers.IsAuthorize(attribute);

    private static bool AsksItself(MethodDeclarationSyntax method) => method.DescendantTokens().Any(token => token.ValueText is "IsAuthenticated" or "IsInRole" or "AuthorizeAsync" or "Challenge" or "Forbid" or "Unauthorized");

    private static void InspectAuthorize(AttributeSyntax attribute, DocumentContext context)
    {
        if (attribute.Parent?.Parent is not MemberDeclarationSyntax holder) return;
        INamedTypeSymbol? type = null;
        if (holder is MethodDeclarationSyntax method && context.Model.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol action)
        {
            if (Controllers.IsOn(action, IsAnonymous))
            {
                Report($"[AllowAnonymous] on '{action.Name}' takes this back");
                return;
            }

            type = action.ContainingType;
        }
        else if (holder is TypeDeclarationSyntax declaration)
        {
            type = context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) as INamedTypeSymbol;
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (!Controllers.IsOn(at, IsAnonymous)) continue;
            Report($"[AllowAnonymous] on '{at.Name}' takes this back");
            return;
        }

        void Report(string message) => context.Report(WebIds.AnonymousOverridesAuthorize, Confidence.High, message, attribute.Span);
    }

    private static bool IsAnonymous(string attribute) => attribute is "AllowAnonymous";
}
