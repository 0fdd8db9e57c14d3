using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>Positions and edits of a plain string, as an editor keeps it. Slow and simple on purpose.</summary>
public static class WireText
{
    /// <summary>Where lines begin: after <c>\n</c>, <c>\r\n</c> and <c>\r</c>.</summary>
    public static IReadOnlyList<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return starts;
    }

    /// <summary>The protocol's position of an offset.</summary>
    public static JsonObject PositionAt(string text, int offset, PositionUnits units)
    {
        var starts = LineStarts(text);
        var line = starts.Count - 1;
        while (starts[line] > offset) line--;
        return new JsonObject { ["line"] = line, ["character"] = units.Count(text[starts[line]..offset]) };
    }

    /// <summary>The protocol's range of two offsets.</summary>
    public static JsonObject RangeOf(string text, int start, int end, PositionUnits units) =>
        new() { ["start"] = PositionAt(text, start, units), ["end"] = PositionAt(text, end, units) };

    /// <summary>The offset of a position; fails where a position cannot be, because a server must not send such.</summary>
    public static int OffsetAt(string text, JsonNode position, PositionUnits units)
    {
        var (line, character) = ((int)position["line"]!, (int)position["character"]!);
        var starts = LineStarts(text);
        // The end of a document is often written as the line after the last.
        if (line == starts.Count && character == 0) return text.Length;
        if (line < 0 || line > starts.Count || character < 0) throw new WireException($"No such position: {position.ToJsonString()} in {starts.Count} lines");

        var start = starts[line];
        var end = line + 1 < starts.Count ? starts[line + 1] : text.Length;
        while (end > start && text[end - 1] is '\r' or '\n') end--;
        for (var offset = start; offset <= end; offset++)
        {
            if (offset > start && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset])) continue;
            if (units.Count(text[start..offset]) == character) return offset;
        }

        throw new WireException($"No such position: {position.ToJsonString()} in a line of {units.Count(text[start..end])} {units.Name} units");
    }

    /// <summary>The offsets of a range.</summary>
    public static (int Start, int End) OffsetsOf(string text, JsonNode range, PositionUnits units)
    {
        var (start, end) = (OffsetAt(text, range["start"]!, units), OffsetAt(text, range["end"]!, units));
        return start <= end ? (start, end) : throw new WireException($"A range that ends before it starts: {range.ToJsonString()}");
    }

    /// <summary>Applies text edits as the protocol means them: all speak of the same text and none overlaps another.</summary>
    public static string Apply(string text, IEnumerable<JsonNode?> edits, PositionUnits units)
    {
        var ordered = edits
            .Select((edit, index) => (Offsets: OffsetsOf(text, edit!["range"]!, units), NewText: (string)edit["newText"]!, index))
            .OrderBy(edit => edit.Offsets.Start).ThenBy(edit => edit.Offsets.End).ThenBy(edit => edit.index)
            .ToArray();
        var result = new System.Text.StringBuilder();
        var at = 0;
        foreach (var (offsets, newText, _) in ordered)
        {
            if (offsets.Start < at) throw new WireException($"Edits overlap at offset {offsets.Start}.");
            result.Append(text, at, offsets.Start - at).Append(newText);
            at = offsets.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
