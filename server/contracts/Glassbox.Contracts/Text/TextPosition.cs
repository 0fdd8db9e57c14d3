namespace Glassbox.Contracts.Text;

/// <summary>
/// A place in a text: zero-based line and zero-based column in UTF-16 code units. Lines end at <c>\n</c>, <c>\r\n</c>
/// or <c>\r</c> and nothing else, as the language server protocol counts them. Below the faces every position is this one.
/// </summary>
/// <param name="Line">Zero-based line.</param>
/// <param name="Character">Zero-based column in UTF-16 code units.</param>
public readonly record struct TextPosition(int Line, int Character) : IComparable<TextPosition>
{
    /// <inheritdoc/>
    public int CompareTo(TextPosition other) => Line != other.Line ? Line.CompareTo(other.Line) : Character.CompareTo(other.Character);

    /// <summary>Order by line, then column.</summary>
    public static bool operator <(TextPosition left, TextPosition right) => left.CompareTo(right) < 0;

    /// <summary>Order by line, then column.</summary>
    public static bool operator >(TextPosition left, TextPosition right) => left.CompareTo(right) > 0;

    /// <summary>Order by line, then column.</summary>
    public static bool operator <=(TextPosition left, TextPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Order by line, then column.</summary>
    public static bool operator >=(TextPosition left, TextPosition right) => left.CompareTo(right) >= 0;

    /// <summary>One-based <c>line:column</c>, as people read it.</summary>
    public override string ToString() => $"{Line + 1}:{Character + 1}";
}
