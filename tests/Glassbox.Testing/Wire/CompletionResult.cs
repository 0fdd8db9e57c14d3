using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>An answer to <c>textDocument/completion</c> in either of its shapes.</summary>
/// <param name="Items">In the order of the answer.</param>
/// <param name="IsIncomplete">The client must ask again as the user types.</param>
/// <param name="Defaults">The list's <c>itemDefaults</c>, or null.</param>
public sealed record CompletionResult(IReadOnlyList<CompletionItem> Items, bool IsIncomplete, JsonObject? Defaults)
{
    /// <summary>The labels in the order of the answer.</summary>
    public IEnumerable<string> Labels => Items.Select(item => item.Label);

    /// <summary>The items as a client shows them for a typed prefix: filtered by <c>filterText</c>, sorted by <c>sortText</c>.</summary>
    public IReadOnlyList<CompletionItem> Shown(string typed = "") =>
        [.. Items.Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).OrderBy(item => item.SortText, StringComparer.Ordinal)];

    /// <summary>The first item of a label.</summary>
    /// <exception cref="WireException">There is none; the message lists some that are.</exception>
    public CompletionItem this[string label] =>
        Items.FirstOrDefault(item => string.Equals(item.Label, label, StringComparison.Ordinal))
        ?? throw new WireException($"No candidate {label} among {Items.Count}: {string.Join(", ", Labels.Take(60))}");

    /// <summary>Reads an answer.</summary>
    public static CompletionResult Read(JsonNode? answer) => answer switch
    {
        null => new CompletionResult([], IsIncomplete: false, null),
        JsonArray items => new CompletionResult([.. items.Select(item => new CompletionItem((JsonObject)item!, null))], IsIncomplete: false, null),
        _ => ReadList((JsonObject)answer),
    };

    private static CompletionResult ReadList(JsonObject list)
    {
        var defaults = list["itemDefaults"] as JsonObject;
        return new CompletionResult(
            [.. list["items"]!.AsArray().Select(item => new CompletionItem((JsonObject)item!, defaults))], (bool?)list["isIncomplete"] ?? false, defaults);
    }
}
