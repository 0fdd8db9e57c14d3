using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A report of one document.</summary>
/// <param name="Uri">The document, or null where the request named it.</param>
/// <param name="Kind"><c>full</c> or <c>unchanged</c>.</param>
/// <param name="ResultId">What the next request may name as known.</param>
/// <param name="Version">The document's version, where the report says it.</param>
/// <param name="Items">Empty for an unchanged report.</param>
public sealed record DocumentDiagnostics(string? Uri, string Kind, string? ResultId, int? Version, IReadOnlyList<WireDiagnostic> Items)
{
    /// <summary>The rules found, in the order of the report.</summary>
    public IEnumerable<string> Codes => Items.Select(item => item.Code);

    /// <summary>Reads a full or unchanged report.</summary>
    public static DocumentDiagnostics Read(JsonNode? report) => report is JsonObject json
        ? new DocumentDiagnostics(
            (string?)json["uri"], (string?)json["kind"] ?? "", (string?)json["resultId"], (int?)json["version"], WireDiagnostic.ReadAll(json["items"]))
        : throw new WireException("A diagnostic report must be an object.");
}
