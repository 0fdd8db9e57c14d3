namespace Glassbox.Completion.Lexing;

/// <summary>A token of any language.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Code units; 0 for a line break.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SpaceBefore">White space stands before it on the same line.</param>
internal readonly record struct CodeToken(int Start, int Length, CodeTokenKind Kind, bool SpaceBefore)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
