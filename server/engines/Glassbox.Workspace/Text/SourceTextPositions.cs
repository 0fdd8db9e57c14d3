using System.Runtime.CompilerServices;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Text;

/// <summary>Protocol positions of Roslyn texts. Roslyn's own line table counts other line breaks, see <see cref="LineIndex"/>.</summary>
public static class SourceTextPositions
{
    private static readonly ConditionalWeakTable<SourceText, LineIndex> Lines = [];

    /// <summary>The lines of a text as the protocol counts them; computed once a text.</summary>
    public static LineIndex ProtocolLines(this SourceText text) => Lines.GetValue(text, Build);

    /// <summary>The position of an offset.</summary>
    public static TextPosition PositionAt(this SourceText text, int offset) => text.ProtocolLines().PositionAt(offset);

    /// <summary>The range of a span.</summary>
    public static TextRange RangeOf(this SourceText text, TextSpan span)
    {
        var lines = text.ProtocolLines();
        return new TextRange(lines.PositionAt(span.Start), lines.PositionAt(span.End));
    }

    /// <summary>The offset of a position; a column past the end of its line means the end of that line.</summary>
    public static int OffsetAt(this SourceText text, TextPosition position)
    {
        var lines = text.ProtocolLines();
        if (position.Line >= lines.Count) return text.Length;
        var start = lines.StartOf(position.Line);
        var end = lines.EndOf(position.Line);
        while (end > start && text[end - 1] is '\r' or '\n') end--;
        return Math.Clamp(start + position.Character, start, end);
    }

    /// <summary>The span of a range.</summary>
    public static TextSpan SpanOf(this SourceText text, TextRange range) =>
        TextSpan.FromBounds(text.OffsetAt(range.Start), Math.Max(text.OffsetAt(range.Start), text.OffsetAt(range.End)));

    private static LineIndex Build(SourceText text)
    {
        var characters = new char[text.Length];
        text.CopyTo(0, characters, 0, characters.Length);
        return LineIndex.Of(characters);
    }
}
