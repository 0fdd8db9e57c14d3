using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Taint;

/// <summary>
/// The sources that an expression's value may come from. Equality leaves the way taken aside, so that a fixed point is
/// reached although a loop could make a way longer for ever.
/// </summary>
internal sealed class TaintValue : IEquatable<TaintValue>
{
    // More sources than these tell a reader nothing new and make joins slow.
    private const int MostSources = 4;
    private const int LongestWay = 24;

    public static readonly TaintValue Clean = new([], refined: false);

    private readonly ImmutableArray<Taint> taints;

    private TaintValue(ImmutableArray<Taint> taints, bool refined)
    {
        this.taints = taints;
        IsRefined = refined;
    }

    /// <summary>True where a guard, not an assignment, made the value what it is: holds on one branch only.</summary>
    public bool IsRefined { get; }

    public bool IsClean => taints.IsEmpty;

    public ImmutableArray<Taint> Taints => taints;

    public static TaintValue From(TaintSource source, TaintKinds kinds) =>
        new([new Taint(source, kinds, source.Confidence, Way: null)], refined: false);

    public TaintValue Union(TaintValue other)
    {
        if (ReferenceEquals(this, other) || other.IsClean) return this;
        if (IsClean) return other;
        var merged = taints.ToBuilder();
        foreach (var taint in other.taints)
        {
            var at = merged.FindIndexOf(taint.Source);
            if (at < 0)
            {
                if (merged.Count < MostSources) merged.Add(taint);
            }
            else if ((merged[at].Kinds | taint.Kinds) != merged[at].Kinds || taint.Confidence > merged[at].Confidence)
            {
                merged[at] = merged[at] with
                {
                    Kinds = merged[at].Kinds | taint.Kinds,
                    Confidence = (Confidence)Math.Max((int)merged[at].Confidence, (int)taint.Confidence),
                };
            }
        }

        merged.Sort((left, right) => left.Source.Span.Start.CompareTo(right.Source.Span.Start));
        return new TaintValue(merged.ToImmutable(), refined: false);
    }

    public TaintValue Without(TaintKinds kinds)
    {
        if (IsClean || kinds == TaintKinds.None) return this;
        var left = taints
            .Select(taint => taint with { Kinds = taint.Kinds & ~kinds })
            .Where(taint => (taint.Kinds & ~TaintKinds.Dots) != TaintKinds.None)
            .ToImmutableArray();
        return left.IsEmpty ? Clean : new TaintValue(left, IsRefined);
    }

    public TaintValue Refined() => new(taints, refined: true);

    /// <summary>Adds a station to the way of every source.</summary>
    public TaintValue Via(TextSpan span, string message) =>
        IsClean
            ? this
            : new TaintValue(
                [.. taints.Select(taint => taint.Way?.Depth >= LongestWay || taint.Way?.Span == span
                    ? taint
                    : taint with { Way = new TaintLink(taint.Way, span, message) })],
                refined: false);

    public TaintValue AtMost(Confidence confidence) =>
        IsClean
            ? this
            : new TaintValue(
                [.. taints.Select(taint => taint.Confidence > confidence ? taint with { Confidence = confidence } : taint)],
                IsRefined);

    public bool ComesFrom(TaintSource source) => taints.Any(taint => taint.Source == source);

    public bool Equals(TaintValue? other)
    {
        if (other is null || other.taints.Length != taints.Length || other.IsRefined != IsRefined) return false;
        for (var i = 0; i < taints.Length; i++)
        {
            if (taints[i].Source != other.taints[i].Source
                || taints[i].Kinds != other.taints[i].Kinds
                || taints[i].Confidence != other.taints[i].Confidence) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as TaintValue);

    public override int GetHashCode() => taints.Aggregate(17, (hash, taint) => HashCode.Combine(hash, taint.Source, taint.Kinds));
}

/// <summary>Search in a list under construction.</summary>
file static class TaintList
{
    public static int FindIndexOf(this ImmutableArray<Taint>.Builder taints, TaintSource source)
    {
        for (var i = 0; i < taints.Count; i++)
        {
            if (taints[i].Source == source) return i;
        }

        return -1;
    }
}
