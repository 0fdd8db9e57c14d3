using System.Collections.Immutable;
using Glassbox.Completion.CSharp.Snippets;
using Glassbox.Contracts.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glassbox.Completion.CSharp;

/// <summary>The head of a lambda where a delegate is expected.</summary>
internal static class Lambdas
{
    // Overloads differ in how many parameters they take; more than this nobody reads.
    private const int Most = 3;

    // Names that say nothing: those of Func, Action, Predicate and Converter.
    private static readonly HashSet<string> Nameless = new(StringComparer.Ordinal) { "arg", "obj", "t", "value", "input" };

    private static readonly string[] Plain = ["x", "y", "z"];

    public static IEnumerable<PopupEntry> Of(ImmutableArray<INamedTypeSymbol> delegates, CSharpSite site)
    {
        if (delegates.IsDefaultOrEmpty || site.Left.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken && site.Left.Parent is not BaseArgumentListSyntax) yield break;
        var taken = NamesAround(site);
        var shapes = delegates.Select(callable => callable.DelegateInvokeMethod).OfType<IMethodSymbol>().DistinctBy(invoke => invoke.Parameters.Length).Take(Most);
        foreach (var invoke in shapes)
        {
            var names = NamesOf(invoke, taken);
            var hasRefs = invoke.Parameters.Any(parameter => parameter.RefKind != RefKind.None);
            if (hasRefs) continue; // Its parameters must bear their types; whoever needs that knows them.
            var label = Write(names);
            var stops = names.Select((name, index) => $"${{{index + 1}:{name}}}").ToArray();
            yield return new PopupEntry(label + " =>", CandidateKind.Snippet, Proximity.Local)
            {
                Name = SnippetTemplate.Uncounted,
                Detail = invoke.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                Insert = label + " => ",
                Snippet = Write(stops) + " => $0",
            };
        }
    }

    private static string Write(IReadOnlyList<string> names) => names is [var one] ? one : $"({string.Join(", ", names)})";

    private static List<string> NamesOf(IMethodSymbol invoke, HashSet<string> taken)
    {
        var names = new List<string>();
        foreach (var parameter in invoke.Parameters)
        {
            var given = parameter.Name.TrimEnd("0123456789".ToCharArray());
            var name = given.Length > 0 && !Nameless.Contains(given) ? given
                : names.Count == 1 && invoke.Parameters is [{ Type.SpecialType: not SpecialType.System_Int32 }, { Type.SpecialType: SpecialType.System_Int32 }] ? "index"
                : NameOf(parameter.Type);
            names.Add(Free(SpecialMembers.Escape(name)));
        }

        return names;

        string Free(string name)
        {
            foreach (var candidate in (IEnumerable<string>)[name, name[..1], .. Plain])
            {
                if (!taken.Contains(candidate) && !names.Contains(candidate) && SyntaxFacts.IsValidIdentifier(candidate.TrimStart('@'))) return candidate;
            }

            return name + (names.Count + 1);
        }
    }

    private static string NameOf(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type is not INamedTypeSymbol { IsTupleType: false } || type.Name.Length == 0) return Plain[0];
        var name = type is { TypeKind: TypeKind.Interface, Name: ['I', >= 'A' and <= 'Z', ..] } ? type.Name[1..] : type.Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    // A lambda's parameter must not be named like a local around it.
    private static HashSet<string> NamesAround(CSharpSite site)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var member = site.Left.Parent?.AncestorsAndSelf().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        foreach (var node in member?.DescendantNodes() ?? [])
        {
            if (node is VariableDeclaratorSyntax variable) names.Add(variable.Identifier.ValueText);
            else if (node is ParameterSyntax parameter) names.Add(parameter.Identifier.ValueText);
            else if (node is SingleVariableDesignationSyntax designation) names.Add(designation.Identifier.ValueText);
            else if (node is ForEachStatementSyntax loop) names.Add(loop.Identifier.ValueText);
        }

        return names;
    }
}
