using System.Text;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.CSharp;

/// <summary>
/// After <c>override</c>: the members that can be overridden, written out. In one line, so that no editor's idea of
/// indentation can spoil them.
/// </summary>
internal static class OverrideStubs
{
    private static readonly SymbolDisplayFormat Label = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static IEnumerable<PopupEntry> At(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        var declaration = site.Left.Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        if (declaration is null || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type) yield break;
        var (access, overrideStart) = WrittenModifiers(site.Left);
        foreach (var member in Overridable(type, site, model))
        {
            var needed = Access(member, type);
            yield return new PopupEntry(member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.ToDisplayString(Label), SymbolKinds.Of(member), Proximity.OwnMember)
            {
                Symbols = [member],
                Name = member.Name,
                Filter = member is IPropertySymbol { IsIndexer: true } ? "this" : member.Name,
                Insert = Write(member, site.WordStart, model),
                Also = access || needed.Length == 0 ? null : new TextChange(new TextSpan(overrideStart, 0), needed + " "),
            };
        }
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

    private static string Write(ISymbol member, int position, SemanticModel model)
    {
        const string NotDone = "throw new System.NotImplementedException()";
        switch (member)
        {
            case IMethodSymbol method:
                var parameters = string.Join(", ", method.Parameters.Select(Declare));
                var arguments = string.Join(", ", method.Parameters.Select(Pass));
                var generics = method.TypeParameters.IsEmpty ? "" : "<" + string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name)) + ">";
                var call = $"{(method.ReturnsByRef || method.ReturnsByRefReadonly ? "ref " : "")}base.{method.Name}{generics}({arguments})";
                return $"{Ref(method.RefKind)}{Show(method.ReturnType)} {method.Name}{generics}({parameters}) => {(method.IsAbstract ? NotDone : call)};";
            case IPropertySymbol property:
                var place = property.IsIndexer ? $"base[{string.Join(", ", property.Parameters.Select(Pass))}]" : $"base.{property.Name}";
                var name = property.IsIndexer ? $"this[{string.Join(", ", property.Parameters.Select(Declare))}]" : property.Name;
                var body = new StringBuilder("{ ");
                if (property.GetMethod is not null) body.Append("get => ").Append(property.IsAbstract ? NotDone : place).Append("; ");
                if (property.SetMethod is { } setter)
                    body.Append(setter.IsInitOnly ? "init" : "set").Append(" => ").Append(property.IsAbstract ? NotDone : $"{place} = value").Append("; ");
                return $"{Ref(property.RefKind)}{Show(property.Type)} {name} {body}}}";
            default:
                return $"event {Show(((IEventSymbol)member).Type)} {member.Name};";
        }

        string Show(ITypeSymbol type) => type.ToMinimalDisplayString(model, position);

        string Declare(IParameterSymbol parameter)
        {
            var written = parameter.ToMinimalDisplayString(model, position);
            return parameter.HasExplicitDefaultValue && !written.Contains('=', StringComparison.Ordinal) ? written + " = default" : written;
        }
    }

    private static string Ref(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    private static string Pass(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + SpecialMembers.Escape(parameter.Name);
}
