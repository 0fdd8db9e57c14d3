namespace Glassbox.Contracts.Text;

/// <summary>A half-open stretch of text.</summary>
/// <param name="Start">The first position.</param>
/// <param name="End">The position after the last; never before <paramref name="Start"/>.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>A range of length zero.</summary>
    public static TextRange At(TextPosition position) => new(position, position);

    /// <summary>True when the two share a position; touching ends count, as editors expect of a cursor beside a word.</summary>
    public bool Touches(TextRange other) => Start <= other.End && other.Start <= End;

    /// <summary>True when the position lies in the range or at either end of it.</summary>
    public bool Touches(TextPosition position) => Start <= position && position <= End;

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}
