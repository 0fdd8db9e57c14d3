using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Evaluation;

/// <summary>What is known of every variable at one point of a body.</summary>
internal sealed class TaintState
{
    public static readonly TaintState Empty = new(ImmutableDictionary.Create<object, TaintValue>(RootComparer.Instance));

    private readonly ImmutableDictionary<object, TaintValue> roots;

    private TaintState(ImmutableDictionary<object, TaintValue> roots) => this.roots = roots;

    public IEnumerable<KeyValuePair<object, TaintValue>> Roots => roots;

    /// <summary>What a variable holds. A static member that was not yet assigned holds what it held when the body was entered.</summary>
    public TaintValue Read(object root) => roots.TryGetValue(root, out var value) ? value : OnEntry(root);

    public TaintValue Read(Place place) => place.Members.Length == 0 ? Read(place.Root) : Read(place.Root).ReadPath(place.Members);

    public bool Mentions(object root) => roots.ContainsKey(root);

    public TaintState Write(object root, TaintValue value) => new(roots.SetItem(root, value));

    public TaintState Forget(object root) => roots.ContainsKey(root) ? new TaintState(roots.Remove(root)) : this;

    /// <summary>Replaces what a place holds, under every name that is known to mean the same object.</summary>
    public TaintState Write(Place place, TaintValue value)
    {
        if (place.Members.Length == 0) return Write(place.Root, value);
        var owner = Read(place.Owner);
        var next = roots.SetItem(place.Root, Read(place.Root).WithPath(place.Members, value));
        return owner.Identity is { } identity ? new TaintState(WriteAliases(next, identity, place, value)) : new TaintState(next);
    }

    /// <summary>Changes the object that a place holds, under every name that is known to mean it.</summary>
    public TaintState Change(Place place, Func<TaintValue, TaintValue> change)
    {
        var before = Read(place);
        var after = change(before);
        if (ReferenceEquals(before, after)) return this;
        var next = place.Members.Length == 0 ? roots.SetItem(place.Root, after) : roots.SetItem(place.Root, Read(place.Root).WithPath(place.Members, after));
        if (before.Identity is not { } identity) return new TaintState(next);
        foreach (var (root, held) in roots)
        {
            if (root != place.Root && identity.Equals(held.Identity)) next = next.SetItem(root, change(held));
        }

        return new TaintState(next);
    }

    /// <summary>Takes harms from everything that comes from one of the origins of a value that was checked.</summary>
    public TaintState RefineOrigins(TaintValue checkedValue, Harms harms)
    {
        var next = roots;
        foreach (var (root, value) in roots)
        {
            var refined = value.Map(taint => checkedValue.ComesFrom(taint.Origin)
                ? (taint.Harms & ~harms & ~Harms.Marks) == Harms.None ? null : taint with { Harms = taint.Harms & ~harms }
                : taint);
            if (!ReferenceEquals(refined, value)) next = next.SetItem(root, refined);
        }

        return new TaintState(next);
    }

    /// <summary>What holds whichever of two ways was taken.</summary>
    public TaintState Join(TaintState other)
    {
        if (ReferenceEquals(roots, other.roots)) return this;
        var merged = roots;
        foreach (var (root, value) in roots)
        {
            // A variable that one way does not mention is not assigned there and cannot be read after it.
            if (!other.roots.TryGetValue(root, out var theirs))
            {
                if (IsStatic(root)) merged = merged.SetItem(root, value.Join(OnEntry(root)));
            }
            else if (!ReferenceEquals(value, theirs) && !value.Equals(theirs))
            {
                merged = merged.SetItem(root, value.Join(theirs));
            }
        }

        foreach (var (root, value) in other.roots)
        {
            if (!roots.ContainsKey(root)) merged = merged.SetItem(root, IsStatic(root) ? value.Join(OnEntry(root)) : value);
        }

        return ReferenceEquals(merged, roots) ? this : new TaintState(merged);
    }

    public bool SameAs(TaintState other)
    {
        if (ReferenceEquals(roots, other.roots)) return true;
        if (roots.Count != other.roots.Count) return false;
        foreach (var (root, value) in roots)
        {
            if (!other.roots.TryGetValue(root, out var theirs) || !value.Equals(theirs)) return false;
        }

        return true;
    }

    private static bool IsStatic(object root) => root is ISymbol { IsStatic: true };

    private static TaintValue OnEntry(object root) => root is ISymbol { IsStatic: true } member and (IFieldSymbol or IPropertySymbol) && member.GetDocumentationCommentId() is { } id
        ? TaintValue.From(new TaintInput(InputRoot.Static(id), ""), Harms.All, Confidence.High)
        : TaintValue.Clean;

    private static ImmutableDictionary<object, TaintValue> WriteAliases(ImmutableDictionary<object, TaintValue> roots, object identity, Place place, TaintValue value)
    {
        var name = place.Members[place.Members.LastIndexOf('.')..];
        var next = roots;
        foreach (var (root, held) in roots)
        {
            var written = held;
            if (identity.Equals(held.Identity)) written = written.WithPath(name, value);
            foreach (var (member, inner) in held.Members)
            {
                if (identity.Equals(inner.Identity)) written = written.WithPath($".{member}{name}", value);
            }

            if (!ReferenceEquals(written, held)) next = next.SetItem(root, written);
        }

        return next;
    }

    private sealed class RootComparer : IEqualityComparer<object>
    {
        public static readonly RootComparer Instance = new();

        public new bool Equals(object? x, object? y) =>
            x is ISymbol symbol ? y is ISymbol other && SymbolEqualityComparer.Default.Equals(symbol, other) : object.Equals(x, y);

        public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
    }
}
