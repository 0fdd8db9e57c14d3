using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Rules;

/// <summary>The local variables that may hold null at one point, each with what made it so.</summary>
internal sealed class NullState(ImmutableDictionary<ISymbol, MaybeNull> variables)
{
    public static readonly NullState Empty = new(ImmutableDictionary.Create<ISymbol, MaybeNull>(SymbolEqualityComparer.Default));

    public MaybeNull? this[ISymbol variable] => variables.GetValueOrDefault(variable);

    public NullState With(ISymbol variable, MaybeNull? origin)
    {
        var next = origin is null ? variables.Remove(variable) : variables.SetItem(variable, origin);
        return ReferenceEquals(next, variables) ? this : new NullState(next);
    }

    public NullState Join(NullState other)
    {
        var merged = variables;
        foreach (var (variable, origin) in other.Variables)
        {
            if (!merged.ContainsKey(variable)) merged = merged.SetItem(variable, origin);
        }

        return ReferenceEquals(merged, variables) ? this : new NullState(merged);
    }

    public bool SameAs(NullState other) =>
        variables.Count == other.Variables.Count && variables.All(pair => other.Variables.TryGetValue(pair.Key, out var origin) && origin == pair.Value);

    private ImmutableDictionary<ISymbol, MaybeNull> Variables => variables;
}
