using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A diagnostic as it came.</summary>
public sealed record WireDiagnostic(JsonObject Json)
{
    /// <summary>The rule.</summary>
    public string Code => Json["code"]?.ToString() ?? "";

    /// <summary>One line.</summary>
    public string Message => (string?)Json["message"] ?? "";

    /// <summary>Who found it.</summary>
    public string? Source => (string?)Json["source"];

    /// <summary>1 error, 2 warning, 3 information, 4 hint.</summary>
    public int? Severity => (int?)Json["severity"];

    /// <summary>The protocol's range.</summary>
    public JsonNode Range => Json["range"]!;

    /// <summary>The page that explains the rule, or null.</summary>
    public string? Href => (string?)Json["codeDescription"]?["href"];

    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<JsonNode> Related => [.. (Json["relatedInformation"] as JsonArray ?? []).OfType<JsonNode>()];

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Range["start"]!.ToJsonString()} {Message}";

    /// <summary>Reads a list.</summary>
    public static IReadOnlyList<WireDiagnostic> ReadAll(JsonNode? items) =>
        [.. (items as JsonArray ?? []).Select(item => new WireDiagnostic((JsonObject)item!))];
}
