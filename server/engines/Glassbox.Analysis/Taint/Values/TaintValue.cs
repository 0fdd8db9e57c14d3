using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Values;

/// <summary>
/// What is known of a value: where it and its members may come from, and, as far as it is known, which constant it is, its
/// exact type and what it calls. Equality leaves the way taken aside, so that a fixed point is reached although a loop could
/// make a way longer for ever.
/// </summary>
internal sealed class TaintValue : IEquatable<TaintValue>
{
    /// <summary>The member that stands for the elements whose index is not known.</summary>
    public const string AnyElement = "[]";

    // More origins than these tell a reader nothing new and make joins slow.
    private const int MostTaints = 6;
    private const int MostCallables = 4;
    private const int MostMembers = 32;
    private const int DeepestMembers = 4;
    private const int LongestWay = 24;

    private static readonly ImmutableSortedDictionary<string, TaintValue> NoMembers = ImmutableSortedDictionary.Create<string, TaintValue>(StringComparer.Ordinal);

    /// <summary>A value of which nothing is known, and that comes from nowhere.</summary>
    public static readonly TaintValue Clean = new([], NoMembers);

    private TaintValue(ImmutableArray<TaintLabel> taints, ImmutableSortedDictionary<string, TaintValue> members)
    {
        Taints = taints;
        Members = members;
        IsClean = taints.IsEmpty && (members.IsEmpty || members.Values.All(member => member.IsClean));
    }

    /// <summary>True where nothing of it comes from a source or an input.</summary>
    public bool IsClean { get; }

    /// <summary>Where all of it comes from, but for <see cref="Members"/>, which hide it.</summary>
    public ImmutableArray<TaintLabel> Taints { get; }

    public ImmutableSortedDictionary<string, TaintValue> Members { get; }

    /// <summary>The constant that it is, if that is known.</summary>
    public Optional<object?> Constant { get; private init; }

    /// <summary>Its type at run time, if that is known.</summary>
    public INamedTypeSymbol? Type { get; private init; }

    public ImmutableArray<Callable> Callables { get; private init; } = [];

    /// <summary>Equal for two variables that hold the same object; null where that is not known.</summary>
    public object? Identity { get; private init; }

    public bool IsNull => Constant is { HasValue: true, Value: null };

    public static TaintValue From(TaintOrigin origin, Harms harms, Confidence confidence) =>
        harms == Harms.None ? Clean : new([new TaintLabel(origin, harms, confidence, Way: null)], NoMembers);

    public static TaintValue From(TaintSource source, Harms harms) => From(source, harms, source.Confidence);

    public static TaintValue Of(object? constant) => new([], NoMembers) { Constant = new Optional<object?>(constant) };

    public static TaintValue Of(Callable callable) => new([], NoMembers) { Callables = [callable] };

    public static TaintValue OfTaints(ImmutableArray<TaintLabel> taints) => taints.IsEmpty ? Clean : new(taints, NoMembers);

    public TaintValue AsNew(INamedTypeSymbol? type, object identity) => new(Taints, Members) { Type = type, Identity = identity, Callables = Callables };

    public TaintValue As(object identity) => new(Taints, Members) { Type = Type, Identity = identity, Constant = Constant, Callables = Callables };

    /// <summary>What holds of a value that is one or the other.</summary>
    public TaintValue Join(TaintValue other)
    {
        if (ReferenceEquals(this, other)) return this;
        // Nothing can be called on null, nor read from it.
        if (IsNull && !other.Constant.HasValue) return other.IsClean && other.Type is null && other.Callables.IsEmpty ? other : other.WithoutConstant();
        if (other.IsNull && !Constant.HasValue) return IsClean && Type is null && Callables.IsEmpty ? this : WithoutConstant();
        var members = Members;
        foreach (var name in other.Members.Keys)
        {
            var joined = Read(name).Join(other.Members[name]);
            members = members.SetItem(name, joined);
        }

        foreach (var (name, mine) in Members)
        {
            if (!other.Members.ContainsKey(name)) members = members.SetItem(name, mine.Join(other.Read(name)));
        }

        var callables = Callables;
        foreach (var callable in other.Callables)
        {
            if (callables.Length < MostCallables && !callables.Contains(callable)) callables = callables.Add(callable);
        }

        return new TaintValue(Mix(Taints, other.Taints), members)
        {
            Constant = Constant.HasValue && other.Constant.HasValue && Equals(Constant.Value, other.Constant.Value) ? Constant : default,
            Type = SymbolEqualityComparer.Default.Equals(Type, other.Type) ? Type : null,
            Callables = callables,
            Identity = Equals(Identity, other.Identity) ? Identity : null,
        };
    }

    /// <summary>A text or number that was made of both.</summary>
    public TaintValue Mix(TaintValue other)
    {
        var (mine, theirs) = (WithElements(), other.WithElements());
        if (theirs.IsEmpty) return mine.IsEmpty ? Clean : Members.IsEmpty && !HasKnowledge ? this : OfTaints(mine);
        return mine.IsEmpty && other.Members.IsEmpty && !other.HasKnowledge ? other : OfTaints(Mix(mine, theirs));
    }

    /// <summary>Where the value or one of its elements comes from: what a text that was made of it holds.</summary>
    public ImmutableArray<TaintLabel> WithElements()
    {
        if (Members.IsEmpty) return Taints;
        var all = Taints;
        foreach (var (name, member) in Members)
        {
            if (name.StartsWith('[')) all = Mix(all, member.WithElements());
        }

        return all;
    }

    /// <summary>Where the value or anything in it comes from: what is sent where all of it is sent.</summary>
    public TaintValue Whole()
    {
        if (Members.IsEmpty) return this;
        var all = Members.Values.Aggregate(Taints, (taints, member) => Mix(taints, member.Whole().Taints));
        return OfTaints(all);
    }

    /// <summary>What a member holds.</summary>
    public TaintValue Read(string name)
    {
        if (name.StartsWith('[')) return ReadElement(name);
        return Members.TryGetValue(name, out var member) ? member : Inherited(name);
    }

    /// <summary>What is at the end of a path of members, as in <c>.Address.[]</c>.</summary>
    public TaintValue ReadPath(string path)
    {
        var at = this;
        foreach (var range in path.AsSpan().Split('.'))
        {
            var name = path[range];
            if (name.Length > 0) at = at.Read(name);
        }

        return at;
    }

    /// <summary>The value with one member replaced.</summary>
    public TaintValue Write(string name, TaintValue value)
    {
        if (!Members.ContainsKey(name) && Members.Count >= MostMembers) return WithTaints(Mix(Taints, value.Whole().Taints));
        if (Depth(value) >= DeepestMembers) value = OfTaints(value.Whole().Taints);
        // Whatever an index that is not known may have hit may also be what was written.
        return WithMembers(name == AnyElement && Members.TryGetValue(name, out var before)
            ? Members.SetItem(name, before.Join(value))
            : Members.SetItem(name, value));
    }

    public TaintValue WithPath(string path, TaintValue value)
    {
        var dot = path.IndexOf('.', 1);
        if (path.Length == 0) return value;
        if (dot < 0) return Write(path[1..], value);
        var name = path[1..dot];
        return WithMembers(Members.SetItem(name, Read(name).WithPath(path[dot..], value)));
    }

    /// <summary>The value with something added that its elements may hold.</summary>
    public TaintValue AddElement(TaintValue value) =>
        value.IsClean && value.Callables.IsEmpty && value.Type is null ? this : WithMembers(Members.SetItem(AnyElement, Members.TryGetValue(AnyElement, out var before) ? before.Join(value) : value));

    /// <summary>The value with something mixed into all of it.</summary>
    public TaintValue Add(TaintValue value)
    {
        var added = value.WithElements();
        return added.IsEmpty ? this : WithTaints(Mix(Taints, added));
    }

    public TaintValue Without(Harms harms) => harms == Harms.None || IsClean
        ? this
        : Map(taint =>
        {
            var left = taint.Harms & ~harms;
            return (left & ~Harms.Marks) == Harms.None ? null : left == taint.Harms ? taint : taint with { Harms = left };
        });

    /// <summary>Says that the value was put between texts that the program wrote.</summary>
    public TaintValue Composed() => IsClean ? this : Map(taint => taint.Harms.HasFlag(Harms.Composed) ? taint : taint with { Harms = taint.Harms | Harms.Composed });

    /// <summary>Adds a station to the way of every origin.</summary>
    public TaintValue Via(Spot at, string message) => IsClean
        ? this
        : Map(taint => taint.Way?.Depth >= LongestWay || taint.Way?.At == at ? taint : taint with { Way = new TaintLink(taint.Way, at, message) });

    public TaintValue AtMost(Confidence confidence) => IsClean
        ? this
        : Map(taint => taint.Confidence > confidence ? taint with { Confidence = confidence } : taint);

    /// <summary>Each origin replaced by what it stands for.</summary>
    public TaintValue Map(Func<TaintLabel, TaintLabel?> map)
    {
        var taints = Taints;
        for (var i = taints.Length - 1; i >= 0; i--)
        {
            var mapped = map(taints[i]);
            if (mapped is null) taints = taints.RemoveAt(i);
            else if (!ReferenceEquals(mapped, taints[i])) taints = taints.SetItem(i, mapped);
        }

        var members = Members;
        foreach (var (name, member) in Members)
        {
            var mapped = member.Map(map);
            if (!ReferenceEquals(mapped, member)) members = members.SetItem(name, mapped);
        }

        return taints == Taints && ReferenceEquals(members, Members) ? this : Copy(taints, members);
    }

    public TaintValue WithConstant(object? constant) => new(Taints, Members) { Constant = new Optional<object?>(constant), Type = Type, Callables = Callables, Identity = Identity };

    public TaintValue WithoutConstant() => Constant.HasValue ? new(Taints, Members) { Type = Type, Callables = Callables, Identity = Identity } : this;

    /// <summary>What of a value still holds when the body that it was seen in is no longer looked at.</summary>
    public TaintValue Outside()
    {
        var members = Members;
        foreach (var (name, member) in Members)
        {
            var outside = member.Outside();
            if (!ReferenceEquals(outside, member)) members = members.SetItem(name, outside);
        }

        return Type is null && Callables.IsEmpty && Identity is null && ReferenceEquals(members, Members) ? this : new(Taints, members) { Constant = Constant };
    }

    public bool ComesFrom(TaintOrigin origin) => Taints.Any(taint => taint.Origin == origin);

    public bool Equals(TaintValue? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Taints.Length != Taints.Length || other.Members.Count != Members.Count) return false;
        if (Constant.HasValue != other.Constant.HasValue || !Equals(Constant.Value, other.Constant.Value) || !Equals(Identity, other.Identity)) return false;
        if (!SymbolEqualityComparer.Default.Equals(Type, other.Type) || !Callables.SequenceEqual(other.Callables)) return false;
        for (var i = 0; i < Taints.Length; i++)
        {
            if (Taints[i].Origin != other.Taints[i].Origin
                || Taints[i].Harms != other.Taints[i].Harms
                || Taints[i].Confidence != other.Taints[i].Confidence) return false;
        }

        foreach (var (name, member) in Members)
        {
            if (!other.Members.TryGetValue(name, out var theirs) || !member.Equals(theirs)) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as TaintValue);

    public override int GetHashCode() => Taints.Aggregate(Members.Count, (hash, taint) => HashCode.Combine(hash, taint.Origin, taint.Harms));

    private bool HasKnowledge => Constant.HasValue || Type is not null || !Callables.IsEmpty || Identity is not null;

    private TaintValue ReadElement(string name)
    {
        if (name != AnyElement)
        {
            if (Members.TryGetValue(name, out var exact)) return exact;
            return Members.TryGetValue(AnyElement, out var any) ? any.Join(Inherited(name)) : Inherited(name);
        }

        var all = Inherited(name);
        var isFirst = all.IsClean;
        foreach (var (key, element) in Members)
        {
            if (!key.StartsWith('[')) continue;
            all = isFirst ? element : all.Join(element);
            isFirst = false;
        }

        return all;
    }

    private TaintValue Inherited(string name)
    {
        if (Taints.IsEmpty) return Clean;
        var taints = Taints;
        for (var i = 0; i < taints.Length; i++)
        {
            if (taints[i].Origin is TaintInput input) taints = taints.SetItem(i, taints[i] with { Origin = input.Member(name) });
        }

        return OfTaints(taints);
    }

    private TaintValue WithTaints(ImmutableArray<TaintLabel> taints) => Copy(taints, Members);

    private TaintValue WithMembers(ImmutableSortedDictionary<string, TaintValue> members) => Copy(Taints, members);

    private TaintValue Copy(ImmutableArray<TaintLabel> taints, ImmutableSortedDictionary<string, TaintValue> members) =>
        new(taints, members) { Constant = Constant, Type = Type, Callables = Callables, Identity = Identity };

    private static int Depth(TaintValue value) => value.Members.IsEmpty ? 0 : 1 + value.Members.Values.Max(Depth);

    private static ImmutableArray<TaintLabel> Mix(ImmutableArray<TaintLabel> left, ImmutableArray<TaintLabel> right)
    {
        if (right.IsEmpty || left == right) return left;
        if (left.IsEmpty) return right;
        var merged = left.ToBuilder();
        var grew = false;
        foreach (var taint in right)
        {
            var at = IndexOf(merged, taint.Origin);
            if (at < 0)
            {
                merged.Add(taint);
                grew = true;
            }
            else if ((merged[at].Harms | taint.Harms) != merged[at].Harms || taint.Confidence > merged[at].Confidence)
            {
                merged[at] = merged[at] with
                {
                    Harms = merged[at].Harms | taint.Harms,
                    Confidence = (Confidence)Math.Max((int)merged[at].Confidence, (int)taint.Confidence),
                };
                grew = true;
            }
        }

        if (!grew) return left;
        merged.Sort(TaintOrder.Instance);
        while (merged.Count > MostTaints) merged.RemoveAt(merged.Count - 1);
        return merged.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<TaintLabel>.Builder taints, TaintOrigin origin)
    {
        for (var i = 0; i < taints.Count; i++)
        {
            if (taints[i].Origin == origin) return i;
        }

        return -1;
    }
}
