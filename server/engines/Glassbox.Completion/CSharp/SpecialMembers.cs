using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>Members named without a receiver: in object initializers, property patterns, and as named arguments.</summary>
internal static class SpecialMembers
{
    /// <summary>What an object initializer or <c>with</c> expression may set and has not set yet.</summary>
    public static IEnumerable<PopupEntry> InInitializer(CSharpSite site, SemanticModel model, out bool isCollection, CancellationToken cancellationToken)
    {
        isCollection = false;
        if (Around<InitializerExpressionSyntax>(site) is not { } initializer) return [];
        var type = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => OfCreated(creation, model, cancellationToken),
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression, cancellationToken).Type,
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, cancellationToken).Type,
            _ => null,
        };
        if (type is null) return [];
        isCollection = type is IArrayTypeSymbol || type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable);
        var taken = initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .Where(assignment => !assignment.Left.Span.IntersectsWith(site.WordStart))
            .Select(assignment => assignment.Left.ToString())
            .ToHashSet(StringComparer.Ordinal);
        return [.. MembersOf(type).Where(member => !taken.Contains(member.Name) && IsSettable(member, site.WordStart, model)).Select(ToEntry)];

        static PopupEntry ToEntry(ISymbol member) => Entry(member, member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } ? 10 : 0);
    }

    // In a call that is not complete "new()" has no type yet: it is what the argument is expected to be.
    private static ITypeSymbol? OfCreated(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        var info = model.GetTypeInfo(creation, cancellationToken);
        var type = info.Type is { TypeKind: not TypeKind.Error } known ? known : info.ConvertedType ?? info.Type;
        return type is null or { TypeKind: TypeKind.Error } && creation is ImplicitObjectCreationExpressionSyntax
            ? ExpectedType.After(creation.NewKeyword.GetPreviousToken(), model, cancellationToken) ?? type
            : type;
    }

    /// <summary>What a property pattern may look at.</summary>
    public static IEnumerable<PopupEntry> InPropertyPattern(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Around<RecursivePatternSyntax>(site) is not { } pattern) return [];
        var type = pattern.Type is { } written
            ? model.GetTypeInfo(written, cancellationToken).Type
            : model.GetTypeInfo(pattern, cancellationToken) is var info ? info.ConvertedType ?? info.Type : null;
        if (type is null) return [];
        var taken = pattern.PropertyPatternClause?.Subpatterns
            .Where(subpattern => subpattern.NameColon is { } name && !name.Span.IntersectsWith(site.WordStart))
            .Select(subpattern => subpattern.NameColon!.Name.Identifier.ValueText)
            .ToHashSet(StringComparer.Ordinal) ?? [];
        return
        [
            .. MembersOf(type)
                .Where(member => !taken.Contains(member.Name) && IsReadable(member) && model.IsAccessible(site.WordStart, member))
                .Select(member => Entry(member, 0)),
        ];
    }

    /// <summary><c>name:</c> for the parameters that have no argument yet, and <c>Name =</c> in attributes.</summary>
    public static IEnumerable<PopupEntry> NamedArguments(CSharpSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Around<BaseArgumentListSyntax>(site) is { } list)
        {
            var index = list.Arguments.GetSeparators().Count(separator => separator.SpanStart < site.WordStart);
            var taken = list.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return [.. Named(Callables.Of(list, model, cancellationToken), index, taken)];
        }

        if (Around<AttributeArgumentListSyntax>(site) is not { Parent: AttributeSyntax attribute } arguments) return [];
        var at = arguments.Arguments.GetSeparators().Count(separator => separator.SpanStart < site.WordStart);
        var set = arguments.Arguments.Where(argument => !argument.Span.IntersectsWith(site.WordStart))
            .Select(argument => argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var properties = model.GetTypeInfo(attribute, cancellationToken).Type is { } type
            ? MembersOf(type).Where(member => !set.Contains(member.Name) && IsSettable(member, site.WordStart, model)).Select(member => Entry(member, -40) with { Insert = member.Name + " = " })
            : [];
        return [.. Named(Callables.Of(arguments, model, cancellationToken), at, set), .. properties];
    }

    private static IEnumerable<PopupEntry> Named(IEnumerable<ISymbol> callables, int index, HashSet<string> taken)
    {
        foreach (var group in callables.SelectMany(callable => Callables.ParametersOf(callable).Skip(index)).GroupBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0 || taken.Contains(group.Key)) continue;
            yield return new PopupEntry(group.Key + ":", CandidateKind.Variable, Proximity.NamedArgument)
            {
                Symbols = [group.First()],
                Name = group.Key,
                Insert = Escape(group.Key) + ": ",
                Filter = group.Key,
            };
        }
    }

    /// <summary>The node whose braces or parentheses the word begins in.</summary>
    private static TNode? Around<TNode>(CSharpSite site)
        where TNode : SyntaxNode
    {
        var node = site.Left.Parent;
        while (node is not null && node is not TNode) node = node is StatementSyntax or MemberDeclarationSyntax ? null : node.Parent;
        return node as TNode;
    }

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<ITypeSymbol> types = type.TypeKind == TypeKind.Interface ? [type, .. type.AllInterfaces] : SelfAndBases(type);
        foreach (var member in types.SelectMany(candidate => candidate.GetMembers()))
        {
            if (member is { IsStatic: false, CanBeReferencedByName: true } and (IFieldSymbol or IPropertySymbol { IsIndexer: false }) && seen.Add(member.Name))
                yield return member;
        }
    }

    private static IEnumerable<ITypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType) yield return current;
    }

    private static bool IsReadable(ISymbol member) => member is IFieldSymbol or IPropertySymbol { GetMethod: not null };

    private static bool IsSettable(ISymbol member, int position, SemanticModel model) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst && model.IsAccessible(position, field),
        IPropertySymbol { SetMethod: { } setter } => model.IsAccessible(position, setter),
        _ => false,
    };

    private static PopupEntry Entry(ISymbol member, int extra) =>
        new(member.Name, SymbolKinds.Of(member), Proximity.Initializer + extra)
        {
            Symbols = [member],
            Insert = Escape(member.Name) is var escaped && escaped != member.Name ? escaped : null,
        };

    /// <summary>The name as it must be written.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
