using Glassbox.Analysis.Detections;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Analysis.Rules.Web;

/// <summary>GB4004: actions of pages that take requests which another site makes the browser send.</summary>
internal sealed class MissingAntiforgeryRule : INodeRule
{
    public bool IsCandidate(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { AttributeLists.Count: > 0 } method => Controllers.ChangesState(method),
        AttributeSyntax attribute => Controllers.NameOf(attribute) is "IgnoreAntiforgeryToken",
        _ => false,
    };

    public void Inspect(SyntaxNode node, DocumentContext context)
    {
        if (node is MethodDeclarationSyntax method) InspectAction(method, context);
        else if (node is AttributeSyntax attribute) InspectIgnored(attribute, context);
    }

    private static void InspectAction(MethodDeclarationSyntax method, DocumentContext context)
    {
        if (Controllers.ActionOf(method, context.Model, context.CancellationToken) is not { } action) return;
        var type = action.ContainingType;
        if (Controllers.ConfidenceOf(type) is not { } confidence || !Controllers.HasViews(type) || Controllers.IsApi(type)) return;
        if (Controllers.IsOn(action, IsAboutForgery) || Controllers.IsOnType(type, IsAboutForgery)) return;
        if (IsCalledByPrograms(action, method) || ChecksItself(method) || ProjectFacts.Of(context).ChecksAntiforgery) return;
        context.Report(WebIds.MissingAntiforgery, confidence, $"'{action.Name}' takes requests that another site makes the browser send", method.Identifier.Span);
    }

    private static void InspectIgnored(AttributeSyntax attribute, DocumentContext context)
    {
        var isOnAction = attribute.Parent?.Parent switch
        {
            MethodDeclarationSyntax method => ChangesState(method) && !IsApi(method, context),
            TypeDeclarationSyntax type => type.Members.OfType<MethodDeclarationSyntax>().Any(member => ChangesState(member) && !IsApi(member, context)),
            _ => false,
        };
        if (isOnAction) context.Report(WebIds.MissingAntiforgery, Confidence.High, "The check against forged requests is switched off here", attribute.Span);
    }

    private static bool ChangesState(MethodDeclarationSyntax method) =>
        Controllers.ChangesState(method) || method.Identifier.ValueText.StartsWith("OnPost", StringComparison.Ordinal)
        || method.Identifier.ValueText.StartsWith("OnPut", StringComparison.Ordinal) || method.Identifier.ValueText.StartsWith("OnDelete", StringComparison.Ordinal);

    private static bool IsApi(MethodDeclarationSyntax method, DocumentContext context) =>
        Controllers.ActionOf(method, context.Model, context.CancellationToken) is not { } action || Controllers.IsApi(action.ContainingType) || IsCalledByPrograms(action, method);

    private static bool IsAboutForgery(string attribute) =>
        attribute.Contains("Antiforgery", StringComparison.OrdinalIgnoreCase) || attribute.Contains("Csrf", StringComparison.OrdinalIgnoreCase) || attribute.Contains("Xsrf", StringComparison.OrdinalIgnoreCase);

    // A form cannot send JSON, a browser sends no bearer token by itself, and routes below /api are not for forms.
    private static bool IsCalledByPrograms(IMethodSymbol action, MethodDeclarationSyntax method)
    {
        if (action.Parameters.Any(parameter => Controllers.IsOn(parameter, name => name is "FromBody"))) return true;
        var holders = method.Parent is TypeDeclarationSyntax type ? Controllers.AttributesOn(type).Concat(Controllers.AttributesOn(method)) : Controllers.AttributesOn(method);
        foreach (var attribute in holders)
        {
            if (attribute.ArgumentList is not { } given) continue;
            var text = given.ToString();
            if (text.Contains("\"api/", StringComparison.OrdinalIgnoreCase) || text.Contains("/api/", StringComparison.OrdinalIgnoreCase) || text.Contains("Bearer", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool ChecksItself(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        (Syntax.LastName(call.Expression) ?? "").StartsWith("Validate", StringComparison.Ordinal) && call.Expression.ToString().Contains("antiforgery", StringComparison.OrdinalIgnoreCase));
}
