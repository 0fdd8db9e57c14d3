using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>After <c>partial</c>: methods that are declared and have no body yet.</summary>
internal static class PartialStubs
{
    /// <summary>Whether the place is one.</summary>
    public static bool Fit(CSharpSite site) => site.Left.Text is "partial" && site.Is(SitePlace.TypeMember);

    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (InterfaceStubs.TypeAround(site) is not { } declaration || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type) yield break;
        var isModified = SyntaxFacts.IsKeywordKind(site.Left.GetPreviousToken().Kind());
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method is not { IsPartialDefinition: true, PartialImplementationPart: null }) continue;

            // Both parts bear the same modifiers.
            var modifiers = method.DeclaringSyntaxReferences is [var part] && part.GetSyntax(cancellationToken) is MethodDeclarationSyntax written
                ? string.Join(' ', written.Modifiers.Select(modifier => modifier.Text).Where(modifier => modifier != "partial"))
                : "";
            var body = method.ReturnsVoid && method.Parameters.All(parameter => parameter.RefKind != RefKind.Out) ? " { }" : " => throw new System.NotImplementedException();";
            yield return new PopupEntry(MemberText.LabelOf(method), SymbolKinds.Of(method), Proximity.ExpectedMember)
            {
                Symbols = [method],
                Name = method.Name,
                Filter = method.Name,
                Insert = $"{MemberText.TypeOf(method, site.WordStart, model)} {MemberText.Signature(method, site.WordStart, model)}{body}",
                Also = isModified || modifiers.Length == 0 ? null : new TextChange(new TextSpan(site.Left.SpanStart, 0), modifiers + " "),
            };
        }
    }
}
