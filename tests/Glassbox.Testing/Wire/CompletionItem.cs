using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A completion item with the list's defaults filled in.</summary>
/// <param name="Json">As it came.</param>
/// <param name="Defaults">The list's <c>itemDefaults</c>, or null.</param>
public sealed record CompletionItem(JsonObject Json, JsonObject? Defaults)
{
    /// <summary>What the popup shows.</summary>
    public string Label => (string)Json["label"]!;

    /// <summary>The protocol's CompletionItemKind, or null.</summary>
    public int? Kind => (int?)Json["kind"];

    /// <summary>What stands beside the label.</summary>
    public string? Detail => (string?)Json["detail"];

    /// <summary>What the client sorts by.</summary>
    public string SortText => (string?)Json["sortText"] ?? Label;

    /// <summary>What the client matches with the word typed.</summary>
    public string FilterText => (string?)Json["filterText"] ?? Label;

    /// <summary>Edits elsewhere.</summary>
    public JsonArray AdditionalTextEdits => Json["additionalTextEdits"] as JsonArray ?? [];

    /// <summary>The documentation as text, or null.</summary>
    public string? Documentation => Json["documentation"] is JsonObject markup ? (string?)markup["value"] : (string?)Json["documentation"];

    /// <summary>The edit that takes the item, as range and text; null where the client must find the word by itself.</summary>
    public JsonObject? Edit
    {
        get
        {
            var (range, newText) = Json["textEdit"] is JsonObject own
                ? (own["range"] ?? own["replace"], (string?)own["newText"])
                : (Defaults?["editRange"] is { } shared ? shared["replace"] ?? shared : null, (string?)Json["textEditText"] ?? Label);
            return range is null ? null : new JsonObject { ["range"] = range.DeepClone(), ["newText"] = newText };
        }
    }

    /// <summary>What is inserted.</summary>
    public string NewText => (string?)Edit?["newText"] ?? (string?)Json["insertText"] ?? Label;

    /// <inheritdoc/>
    public override string ToString() => Label;
}
