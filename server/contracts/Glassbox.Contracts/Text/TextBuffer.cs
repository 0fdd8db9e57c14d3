namespace Glassbox.Contracts.Text;

/// <summary>An immutable text with its lines: what a face mirrors of an open document.</summary>
public sealed class TextBuffer
{
    private TextBuffer(string text)
    {
        Text = text;
        Lines = LineIndex.Of(text);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where its lines begin.</summary>
    public LineIndex Lines { get; }

    /// <summary>Takes a text as it is, a byte order mark and mixed line breaks included.</summary>
    public static TextBuffer Create(string text) => new(text);

    /// <summary>Applies one change of a <c>textDocument/didChange</c>.</summary>
    /// <param name="range">What is replaced, in the client's units, or null for all of it.</param>
    /// <param name="newText">What comes instead.</param>
    /// <param name="encoding">The units agreed with the client.</param>
    /// <returns>The new text, and the same edit in UTF-16 offsets of the old.</returns>
    public (TextBuffer Buffer, OffsetEdit Edit) Apply(TextRange? range, string newText, PositionEncoding encoding)
    {
        if (range is not { } span) return (new TextBuffer(newText), new OffsetEdit(0, Text.Length, newText));
        var start = OffsetAt(span.Start, encoding);
        // A client that sends a range backwards means the same stretch.
        var end = OffsetAt(span.End, encoding);
        if (end < start) (start, end) = (end, start);
        return (new TextBuffer(string.Concat(Text.AsSpan(0, start), newText, Text.AsSpan(end))), new OffsetEdit(start, end - start, newText));
    }

    /// <summary>The UTF-16 offset of a client's position.</summary>
    public int OffsetAt(TextPosition position, PositionEncoding encoding) => Lines.OffsetAt(Text, ToUtf16(position, encoding));

    /// <summary>A client's position in UTF-16 columns.</summary>
    public TextPosition ToUtf16(TextPosition position, PositionEncoding encoding) =>
        new(position.Line, ColumnConverter.ToUtf16(Lines.ContentOf(Text, position.Line), position.Character, encoding));

    /// <summary>A position in UTF-16 columns as the client counts it.</summary>
    public TextPosition FromUtf16(TextPosition position, PositionEncoding encoding) =>
        new(position.Line, ColumnConverter.FromUtf16(Lines.ContentOf(Text, position.Line), position.Character, encoding));
}
