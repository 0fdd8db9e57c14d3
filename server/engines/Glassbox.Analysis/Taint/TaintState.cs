using System.Collections.Immutable;

namespace Glassbox.Analysis.Taint;

/// <summary>What every place holds at one point of a body. Immutable.</summary>
internal sealed class TaintState
{
    public static readonly TaintState Empty = new(ImmutableDictionary<Place, TaintValue>.Empty);

    private readonly ImmutableDictionary<Place, TaintValue> values;

    private TaintState(ImmutableDictionary<Place, TaintValue> values) => this.values = values;

    /// <summary>The value of a place, or of the nearest place that holds it; null where nothing was ever said.</summary>
    public TaintValue? Read(Place place)
    {
        while (true)
        {
            if (values.TryGetValue(place, out var value)) return value;
            if (place.IsRoot) return null;
            place = place.Owner;
        }
    }

    /// <summary>The value said of exactly this place.</summary>
    public TaintValue? ReadExactly(Place place) => values.GetValueOrDefault(place);

    /// <summary>Replaces what a place and everything in it holds.</summary>
    public TaintState Write(Place place, TaintValue value)
    {
        var next = values;
        foreach (var key in values.Keys)
        {
            if (key.IsInside(place)) next = next.Remove(key);
        }

        // A clean root is the same as one never mentioned; a clean member hides what its owner holds.
        next = value.IsClean && place.IsRoot ? next.Remove(place) : next.SetItem(place, value);
        return ReferenceEquals(next, values) ? this : new TaintState(next);
    }

    /// <summary>Adds to what a place holds.</summary>
    public TaintState Add(Place place, TaintValue value) =>
        value.IsClean ? this : new TaintState(values.SetItem(place, (Read(place) ?? TaintValue.Clean).Union(value)));

    /// <summary>A guard proved something of a place; nothing was assigned.</summary>
    public TaintState Refine(Place place, TaintValue value) => new(values.SetItem(place, value.Refined()));

    /// <summary>Removes kinds from every place that comes from one of the sources of a value.</summary>
    public TaintState RefineSources(TaintValue checkedValue, TaintKinds kinds)
    {
        var next = values;
        foreach (var (place, value) in values)
        {
            if (checkedValue.Taints.Any(taint => value.ComesFrom(taint.Source)))
                next = next.SetItem(place, value.Without(kinds).Refined());
        }

        return new TaintState(next);
    }

    /// <summary>After <c>to = from</c>: the members of one are the members of the other.</summary>
    public TaintState CopyMembers(Place from, Place to)
    {
        var next = values;
        foreach (var (place, value) in values)
        {
            if (place.IsInside(from)) next = next.SetItem(place.Moved(from, to), value);
        }

        return ReferenceEquals(next, values) ? this : new TaintState(next);
    }

    /// <summary>What holds whichever of two ways was taken.</summary>
    public TaintState Join(TaintState other)
    {
        if (ReferenceEquals(this, other)) return this;
        var merged = values;
        foreach (var (place, value) in values)
        {
            if (!other.values.ContainsKey(place)) merged = JoinOneSided(merged, place, value, other);
        }

        foreach (var (place, value) in other.values)
        {
            if (!values.TryGetValue(place, out var mine)) merged = JoinOneSided(merged, place, value, this);
            else if (!mine.Equals(value)) merged = merged.SetItem(place, mine.Union(value));
        }

        return ReferenceEquals(merged, values) ? this : new TaintState(merged);
    }

    public bool SameAs(TaintState other)
    {
        if (ReferenceEquals(values, other.values)) return true;
        if (values.Count != other.values.Count) return false;
        foreach (var (place, value) in values)
        {
            if (!other.values.TryGetValue(place, out var theirs) || !value.Equals(theirs)) return false;
        }

        return true;
    }

    // What a guard proved on one branch does not hold after the merge; what was assigned on one branch may.
    private static ImmutableDictionary<Place, TaintValue> JoinOneSided(
        ImmutableDictionary<Place, TaintValue> merged, Place place, TaintValue value, TaintState other) =>
        value.IsClean || (value.IsRefined && !place.IsRoot)
            ? merged.Remove(place)
            : merged.SetItem(place, value.Union(other.Read(place) ?? TaintValue.Clean));
}
