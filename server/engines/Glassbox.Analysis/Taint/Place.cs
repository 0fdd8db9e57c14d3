using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint;

/// <summary>
/// Something that holds a value: a variable, <c>this</c> or a temporary of the control flow graph, and the members that
/// lead from it, as in <c>model</c> and <c>.Address.[0]</c>.
/// </summary>
internal readonly struct Place : IEquatable<Place>
{
    public static readonly object This = new();
    private const int DeepestPath = 4;

    private readonly object root;

    public Place(object root, string members = "")
    {
        this.root = root;
        Members = members;
    }

    public string Members { get; }

    public bool IsRoot => Members.Length == 0;

    public object Root => root;

    /// <summary>The place of a member, or null where the path would be longer than is worth following.</summary>
    public Place? Member(string name) =>
        Members.AsSpan().Count('.') >= DeepestPath ? null : new Place(root, $"{Members}.{name}");

    /// <summary>The place that holds this one; the place itself at the root.</summary>
    public Place Owner => IsRoot ? this : new Place(root, Members[..Members.LastIndexOf('.')]);

    public bool IsInside(Place other) =>
        SameRoot(other) && Members.Length > other.Members.Length
        && Members.StartsWith(other.Members, StringComparison.Ordinal) && Members[other.Members.Length] == '.';

    /// <summary>This place's path seen from <paramref name="from"/>, put under <paramref name="to"/>.</summary>
    public Place Moved(Place from, Place to) => new(to.root, to.Members + Members[from.Members.Length..]);

    public bool Equals(Place other) => SameRoot(other) && Members == other.Members;

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(
        root is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : root.GetHashCode(), Members);

    private bool SameRoot(Place other) => root is ISymbol symbol
        ? SymbolEqualityComparer.Default.Equals(symbol, other.root as ISymbol)
        : root.Equals(other.root);
}
