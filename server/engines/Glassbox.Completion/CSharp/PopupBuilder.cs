using System.Collections.Immutable;
using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Recommendations;

namespace Glassbox.Completion.CSharp;

/// <summary>Collects what fits a place.</summary>
internal static class PopupBuilder
{
    private const SitePlace WithoutSymbols =
        SitePlace.NewName | SitePlace.AfterExpression | SitePlace.Accessor | SitePlace.Preprocessor | SitePlace.Override;

    private const SitePlace WithImports =
        SitePlace.Statement | SitePlace.Expression | SitePlace.TypeName | SitePlace.Creation | SitePlace.Pattern | SitePlace.TypeMember | SitePlace.AttributeName;

    private const SitePlace WithValues = SitePlace.Statement | SitePlace.Expression | SitePlace.Pattern | SitePlace.Member | SitePlace.Using;

    private const SitePlace WithExpectedType = SitePlace.Expression | SitePlace.Pattern | SitePlace.Creation;

    public static async Task<PopupSession> BuildAsync(DocumentPath path, Document document, CSharpSite site, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<PopupEntry>();
        ITypeSymbol? receiver = null;
        var symbolsFit = true;
        if (site.Place is not SitePlace.None)
        {
            ITypeSymbol? expected = null;
            if (NeedsModel(site) && await document.GetSemanticModelAsync(cancellationToken) is { } model)
            {
                symbolsFit = AddSpecial(entries, site, model, cancellationToken);
                if (site.Is(WithExpectedType)) expected = ExpectedType.Unwrap(ExpectedType.After(site.Left, model, cancellationToken));
                if (expected is { TypeKind: TypeKind.Enum } choice) AddEnum(entries, choice, site, model);
                AddLambdas(entries, site, model, cancellationToken);
            }

            if (symbolsFit && !site.Is(WithoutSymbols))
            {
                var symbols = await Recommender.GetRecommendedSymbolsAtPositionAsync(document, site.WordStart, options: null, cancellationToken);
                IReadOnlyCollection<ISymbol> list = [.. symbols];
                if (list.Count == 0 && site.Is(SitePlace.Member)) list = await MembersOfReceiver.OfAsync(document, site, cancellationToken);
                receiver = site.Is(SitePlace.Member) ? ReceiverOf(list) : null;
                AddSymbols(entries, list, site, expected);
            }

            if (symbolsFit)
            {
                entries.AddRange(CSharpKeywords.At(site).Select(keyword => new PopupEntry(keyword, CandidateKind.Keyword, Proximity.Keyword)));
                entries.AddRange(BlockSnippets.At(site, document));
                entries.AddRange(AttributeTargets.At(site));
                entries.AddRange(ConstrainedParameters.At(site));
            }
        }

        return new PopupSession(path, document, site, entries.ToImmutable(), receiver is null ? null : SymbolKinds.WrittenNameOf(receiver), symbolsFit && site.Is(WithImports) && !site.Is(SitePlace.Member))
        {
            ReceiverIsPartial = GeneratedMembers.MayExist(receiver),
        };
    }

    // The model of a text that was never bound is the costly part; most places do without.
    private static bool NeedsModel(CSharpSite site) =>
        site.Is(SitePlace.Initializer | SitePlace.Subpattern | SitePlace.Argument | SitePlace.Override)
        || (site.Is(WithExpectedType) && !site.Is(SitePlace.Statement))
        || (site.Is(SitePlace.Member) && ExpectedDelegates.BeforeAccess(site) is not null)
        || ExplicitInterfaces.Fit(site) || InterfaceStubs.Fit(site) || PartialStubs.Fit(site) || ExplicitStubs.Fit(site);

    private static void AddLambdas(ImmutableArray<PopupEntry>.Builder entries, CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (ExpectedDelegates.BeforeAccess(site) is { } before)
        {
            site.TakesMethodGroup = ExpectedDelegates.After(before, model, cancellationToken) is { IsDefaultOrEmpty: false };
        }
        else if (site.Is(SitePlace.Expression))
        {
            var delegates = ExpectedDelegates.After(site.Left, model, cancellationToken);
            site.MayBeNewName = delegates.IsDefault || !delegates.IsEmpty;
            site.TakesMethodGroup = delegates is { IsDefaultOrEmpty: false };
            entries.AddRange(Lambdas.Of(delegates, site));
        }
    }

    private static bool AddSpecial(ImmutableArray<PopupEntry>.Builder entries, CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbolsFit = true;
        if (site.Is(SitePlace.Initializer))
        {
            entries.AddRange(SpecialMembers.InInitializer(site, model, out var isCollection, cancellationToken));
            symbolsFit = isCollection;
            if (!isCollection) site.Narrow(SitePlace.Initializer);
        }

        if (site.Is(SitePlace.Subpattern)) entries.AddRange(SpecialMembers.InPropertyPattern(site, model, cancellationToken));
        if (site.Is(SitePlace.Argument)) entries.AddRange(SpecialMembers.NamedArguments(site, model, cancellationToken));
        if (ExplicitInterfaces.Fit(site)) entries.AddRange(ExplicitInterfaces.At(site, model, cancellationToken));
        if (InterfaceStubs.Fit(site)) entries.AddRange(InterfaceStubs.At(site, model, cancellationToken));
        if (PartialStubs.Fit(site)) entries.AddRange(PartialStubs.At(site, model, cancellationToken));
        if (ExplicitStubs.Fit(site)) entries.AddRange(ExplicitStubs.At(site, model, cancellationToken));
        if (site.Is(SitePlace.Override)) entries.AddRange(OverrideStubs.At(site, model, cancellationToken));
        return symbolsFit;
    }

    private static void AddEnum(ImmutableArray<PopupEntry>.Builder entries, ITypeSymbol type, CSharpSite site, SemanticModel model)
    {
        if (!model.IsAccessible(site.WordStart, type)) return;
        var prefix = type.ToMinimalDisplayString(model, site.WordStart);
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsConst: true } || SymbolKinds.IsHidden(member)) continue;
            entries.Add(new PopupEntry($"{prefix}.{member.Name}", CandidateKind.EnumMember, Proximity.ExpectedMember)
            {
                Symbols = [member],
                Name = member.Name,
                IsExpected = true,
            });
        }
    }

    private static void AddSymbols(ImmutableArray<PopupEntry>.Builder entries, IReadOnlyCollection<ISymbol> symbols, CSharpSite site, ITypeSymbol? expected)
    {
        var groups = new Dictionary<(string, CandidateKind), List<ISymbol>>(symbols.Count);
        var member = site.Is(SitePlace.Member);
        var beingDeclared = BeingDeclared(site);
        foreach (var symbol in symbols)
        {
            if (symbol.Name.Length == 0 || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.BuiltinOperator or MethodKind.UserDefinedOperator }) continue;
            if (symbol is ITypeSymbol { TypeKind: TypeKind.Error } || (member && SymbolKinds.IsHidden(symbol))) continue;
            if (!site.Is(WithValues) && symbol is not (INamespaceOrTypeSymbol or IAliasSymbol)) continue;
            if (symbol is ILocalSymbol && beingDeclared.Contains(symbol.Name)) continue;
            var key = (symbol.Name, SymbolKinds.Of(symbol));
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add(symbol);
        }

        var owners = OwnTypes(site);
        var receiver = member ? ReceiverOf(symbols) : null;
        foreach (var ((name, kind), group) in groups)
        {
            var label = site.Is(SitePlace.AttributeName) && SymbolKinds.IsType(kind) ? WithoutSuffix(name) : name;
            var written = site.IsEscaped || kind == CandidateKind.Constant && group[0] is IPreprocessingSymbol ? label : SpecialMembers.Escape(label);
            var fits = expected is not null && TypeOf(group[0]) is { } own && IsSame(own, expected) ? Proximity.ExpectedType : 0;
            entries.Add(new PopupEntry(label, kind, ProximityOf(group[0], kind, owners, receiver) + fits)
            {
                Symbols = [.. group],
                Insert = written == label ? null : written,
                IsExpected = expected is not null && site.Is(SitePlace.Creation) && group[0] is ITypeSymbol type && IsSame(type, expected),
            });
        }
    }

    // "int x = $0": x has no value yet. In a lambda it may have one by then.
    private static HashSet<string> BeingDeclared(CSharpSite site) =>
        site.Left.Parent?.AncestorsAndSelf().TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or StatementSyntax))
            .OfType<VariableDeclaratorSyntax>().Select(declarator => declarator.Identifier.ValueText).ToHashSet(StringComparer.Ordinal) ?? [];

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    // By name: the recommender may answer from an older compilation than the model, whose symbols are never equal.
    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) =>
        left.MetadataName == right.MetadataName && left.TypeKind == right.TypeKind
        && left.ContainingNamespace?.ToDisplayString() == right.ContainingNamespace?.ToDisplayString();

    private static string WithoutSuffix(string name) =>
        name.Length > "Attribute".Length && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    // By name: symbols of the place's own types, without asking for a model.
    private static HashSet<string> OwnTypes(CSharpSite site) =>
        site.Left.Parent?.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).ToHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>The most derived type that declares one of the members: the receiver's, or its nearest base with members.</summary>
    private static INamedTypeSymbol? ReceiverOf(IReadOnlyCollection<ISymbol> members)
    {
        INamedTypeSymbol? best = null;
        foreach (var member in members)
        {
            if (member is IMethodSymbol { ReducedFrom: not null } || member.ContainingType is not { } type || type.Equals(best, SymbolEqualityComparer.Default)) continue;
            if (best is null || IsBase(best, type)) best = type;
        }

        return best;
    }

    private static bool IsBase(INamedTypeSymbol candidate, INamedTypeSymbol of)
    {
        for (var current = of.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Equals(candidate, SymbolEqualityComparer.Default)) return true;
        }

        return of.AllInterfaces.Contains(candidate, SymbolEqualityComparer.Default);
    }

    private static int ProximityOf(ISymbol symbol, CandidateKind kind, HashSet<string> owners, INamedTypeSymbol? receiver)
    {
        switch (symbol)
        {
            case ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }: return Proximity.Local;
            case ITypeParameterSymbol: return Proximity.TypeParameter;
            case IMethodSymbol { ReducedFrom: not null }: return Proximity.Extension;
            case INamespaceSymbol: return Proximity.Namespace;
            case ITypeSymbol: return symbol.DeclaringSyntaxReferences.IsEmpty ? Proximity.LibraryType : Proximity.SourceType;
        }

        if (kind == CandidateKind.EnumMember) return Proximity.OwnMember;
        if (symbol.ContainingType is not { } type) return Proximity.LibraryType;
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return Proximity.ObjectMember;
        if (receiver is not null) return type.Equals(receiver, SymbolEqualityComparer.Default) ? Proximity.OwnMember : Proximity.InheritedMember;
        return owners.Contains(type.Name) ? Proximity.OwnMember : Proximity.InheritedMember;
    }
}
