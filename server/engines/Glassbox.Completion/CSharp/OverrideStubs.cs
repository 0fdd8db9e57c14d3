using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// After <c>override</c>: the members that can be overridden, written out, and the types that they begin with for who writes them by
/// hand. In one line, so that no editor's idea of indentation can spoil them.
/// </summary>
internal static class OverrideStubs
{
    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        var declaration = site.Left.Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        if (declaration is null || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type) yield break;
        var (access, overrideStart) = WrittenModifiers(site.Left);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Overridable(type, site, model))
        {
            if (TypeOf(member) is INamedTypeSymbol result && result.ToMinimalDisplayString(model, site.WordStart) is var written && types.Add(result.Name))
                yield return new PopupEntry(result.Name, SymbolKinds.Of(result), Proximity.LibraryType) { Symbols = [result], Insert = written == result.Name ? null : written };
            var needed = Access(member, type);
            yield return new PopupEntry(MemberText.LabelOf(member), SymbolKinds.Of(member), Proximity.OwnMember)
            {
                Symbols = [member],
                Name = member.Name,
                Filter = MemberText.FilterOf(member),
                Insert = MemberText.Write(member, site.WordStart, model),
                Also = access || needed.Length == 0 ? null : new TextChange(new TextSpan(overrideStart, 0), needed + " "),
            };
        }
    }

    // Those that have a keyword are offered by that.
    private static ITypeSymbol? TypeOf(ISymbol member)
    {
        var type = member switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            IEventSymbol happening => happening.Type,
            _ => null,
        };
        if (type is { IsTupleType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T or SpecialType.System_Void }) return null;
        return type is null || SyntaxFacts.GetKeywordKind(type.ToDisplayString()) != SyntaxKind.None ? null : type;
    }

    private static (bool HasAccess, int OverrideStart) WrittenModifiers(SyntaxToken left)
    {
        var start = left.SpanStart;
        var hasAccess = false;
        for (var token = left; SyntaxFacts.IsKeywordKind(token.Kind()); token = token.GetPreviousToken())
        {
            hasAccess |= SyntaxFacts.IsAccessibilityModifier(token.Kind());
            start = token.SpanStart;
        }

        return (hasAccess, start);
    }

    private static IEnumerable<ISymbol> Overridable(INamedTypeSymbol type, CSharpSite site, SemanticModel model)
    {
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var own in type.GetMembers())
        {
            // The stub that is being typed does not stand in its own way.
            if (own.Locations.Any(location => location.SourceSpan.IntersectsWith(TextSpan.FromBounds(site.WordStart, site.WordEnd)))) continue;
            if (OverriddenBy(own) is { } target) overridden.Add(target.OriginalDefinition);
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (OverriddenBy(member) is { } target) overridden.Add(target.OriginalDefinition);
                if (overridden.Contains(member.OriginalDefinition) || member.IsSealed || member.IsStatic) continue;
                if (member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol)) continue;
                if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride) continue;
                if (model.Compilation.IsSymbolAccessibleWithin(member, type)) yield return member;
            }
        }
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol change => change.OverriddenEvent,
        _ => null,
    };

    private static string Access(ISymbol member, INamedTypeSymbol type)
    {
        var sameAssembly = SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly);
        return member.DeclaredAccessibility switch
        {
            Accessibility.Public => "public",
            Accessibility.Protected => "protected",
            Accessibility.Internal => "internal",
            Accessibility.ProtectedOrInternal => sameAssembly ? "protected internal" : "protected",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "",
        };
    }
}
