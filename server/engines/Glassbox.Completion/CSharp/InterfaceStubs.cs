using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Members that a type's interfaces ask for and that it does not have yet, written out.</summary>
internal static class InterfaceStubs
{
    /// <summary>Whether there may be any, by the text alone: only then is it worth binding.</summary>
    public static bool Fit(CSharpSite site) =>
        site.Is(SitePlace.TypeMember) && TypeAround(site) is { BaseList: { } bases } and not InterfaceDeclarationSyntax && bases.Types.Any(IsNamedLikeAnInterface);

    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (TypeAround(site) is not { } declaration || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type) yield break;
        var modifiers = ModifiersBefore(site.Left);
        if (modifiers.Any(modifier => modifier is not (SyntaxKind.PublicKeyword or SyntaxKind.StaticKeyword))) yield break;
        var access = modifiers.Contains(SyntaxKind.PublicKeyword) ? "" : "public ";
        var onlyStatic = modifiers.Contains(SyntaxKind.StaticKeyword);
        foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers()))
        {
            if (!IsAsked(member) || (onlyStatic && !member.IsStatic) || type.FindImplementationForInterfaceMember(member) is not null) continue;
            var shared = member.IsStatic && !onlyStatic ? "static " : "";
            yield return new PopupEntry(MemberText.LabelOf(member), SymbolKinds.Of(member), Proximity.OwnMember)
            {
                Symbols = [member],
                Name = member.Name,
                Filter = MemberText.FilterOf(member),
                Insert = access + shared + MemberText.Write(member, site.WordStart, model),
            };
        }
    }

    /// <summary>True for what an interface leaves to its implementations.</summary>
    public static bool IsAsked(ISymbol member) =>
        member.IsAbstract && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsAbstract: true } or IEventSymbol { IsAbstract: true };

    /// <summary>The type whose body the place is in.</summary>
    public static TypeDeclarationSyntax? TypeAround(CSharpSite site) => site.Left.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    // By the convention that everybody keeps; a base class alone asks nothing.
    private static bool IsNamedLikeAnInterface(BaseTypeSyntax type) =>
        type.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText is ['I', >= 'A' and <= 'Z', ..]);

    private static List<SyntaxKind> ModifiersBefore(SyntaxToken left)
    {
        var found = new List<SyntaxKind>();
        for (var token = left; SyntaxFacts.IsKeywordKind(token.Kind()); token = token.GetPreviousToken()) found.Add(token.Kind());
        return found;
    }
}
