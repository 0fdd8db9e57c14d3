using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A document as the client holds it.</summary>
/// <param name="uri">As it goes over the wire.</param>
/// <param name="path">Its file, or null for a buffer without one.</param>
/// <param name="languageId">As the client names the language.</param>
/// <param name="text">All of it.</param>
/// <param name="units">How columns are counted.</param>
public sealed class ClientDocument(string uri, string? path, string languageId, string text, PositionUnits units)
{
    /// <summary>As it goes over the wire.</summary>
    public string Uri { get; } = uri;

    /// <summary>Its file, or null.</summary>
    public string? Path { get; } = path;

    /// <summary>As the client names the language.</summary>
    public string LanguageId { get; } = languageId;

    /// <summary>Grows with every change.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>All of it.</summary>
    public string Text { get; internal set; } = text;

    /// <summary>How columns are counted.</summary>
    public PositionUnits Units { get; } = units;

    /// <summary>The offset after the only occurrence of a text.</summary>
    public int After(string snippet) => Before(snippet) + snippet.Length;

    /// <summary>The offset before the only occurrence of a text.</summary>
    public int Before(string snippet)
    {
        var at = Text.IndexOf(snippet, StringComparison.Ordinal);
        if (at < 0) throw new WireException($"{Uri} does not hold: {snippet}");
        if (Text.IndexOf(snippet, at + 1, StringComparison.Ordinal) >= 0) throw new WireException($"{Uri} holds more than once: {snippet}");
        return at;
    }

    /// <summary>The protocol's position of an offset.</summary>
    public JsonObject PositionAt(int offset) => WireText.PositionAt(Text, offset, Units);

    /// <summary>The protocol's range of two offsets.</summary>
    public JsonObject RangeOf(int start, int end) => WireText.RangeOf(Text, start, end, Units);

    /// <summary>The protocol's range of all of it.</summary>
    public JsonObject WholeRange => RangeOf(0, Text.Length);

    /// <summary>The offsets of a range.</summary>
    public (int Start, int End) OffsetsOf(JsonNode range) => WireText.OffsetsOf(Text, range, Units);

    /// <summary>What a range holds.</summary>
    public string TextOf(JsonNode range)
    {
        var (start, end) = OffsetsOf(range);
        return Text[start..end];
    }

    /// <summary>As requests name it.</summary>
    public JsonObject Identifier => new() { ["uri"] = Uri };
}
