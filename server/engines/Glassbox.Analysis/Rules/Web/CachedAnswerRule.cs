using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4014: answers for one person that a cache may give to another.</summary>
internal sealed class CachedAnswerRule : INodeRule
{
    private static readonly string[] Elsewhere = ["CacheProfileName", "CacheProfile", "VaryByCustom"];

    public bool IsCandidate(SyntaxNode node) => node is AttributeSyntax attribute && Controllers.NameOf(attribute) is "OutputCache" or "ResponseCache";

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        var attribute = (AttributeSyntax)node;
        if (IsPrivate(attribute) || IsOfOutputCaching(attribute, context) || !NeedsLogin(attribute.Parent?.Parent, context)) return;
        context.Report(WebIds.CachedAuthorizedAnswer, Confidence.High, $"[{Controllers.NameOf(attribute)}] keeps an answer that only some may see, and gives it to others", attribute.Span);
    }

    private static bool IsPrivate(AttributeSyntax attribute) =>
        Controllers.NamedArgument(attribute, "NoStore") is "true" || Controllers.NamedArgument(attribute, "Duration") is "0"
        || Controllers.NamedArgument(attribute, "Location") is { } place && (place.EndsWith(".None", StringComparison.Ordinal) || place.EndsWith(".Client", StringComparison.Ordinal))
        || Controllers.NamedArgument(attribute, "VaryByHeader") is { } header && (header.Contains("Cookie", StringComparison.OrdinalIgnoreCase) || header.Contains("Authorization", StringComparison.OrdinalIgnoreCase))
        // What a profile or a function of the program's own says, is not seen here.
        || Array.Exists(Elsewhere, name => Controllers.NamedArgument(attribute, name) is not null);

    // The output cache of ASP.NET Core keeps nothing for those who are logged in.
    private static bool IsOfOutputCaching(AttributeSyntax attribute, DocumentContext context) =>
        context.Model.GetTypeInfo(attribute, context.CancellationToken).Type.IsOrInherits("Microsoft.AspNetCore.OutputCaching.OutputCacheAttribute")
        || context.Usings.Contains("Microsoft.AspNetCore.OutputCaching");

    private static bool NeedsLogin(SyntaxNode? holder, DocumentContext context)
    {
        switch (holder)
        {
            case MethodDeclarationSyntax method when context.Model.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol action:
                return !Controllers.IsOn(action, name => name is "AllowAnonymous") && (Controllers.IsOn(action, IsAuthorize) || Controllers.IsOnType(action.ContainingType, IsAuthorize));
            case TypeDeclarationSyntax declaration when context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type:
                return Controllers.IsOnType(type, IsAuthorize);
            default:
                return false;
        }
    }

    private static bool IsAuthorize(string attribute) => attribute is "Authorize";
}
