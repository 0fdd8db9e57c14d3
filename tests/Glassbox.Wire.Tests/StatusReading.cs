using System.Text.Json.Nodes;

namespace Glassbox.Wire.Tests;

/// <summary>Reads what <c>glassbox/status</c> says.</summary>
public static class StatusReading
{
    /// <summary>The names of the projects loaded, sorted; none while there is no core.</summary>
    public static IReadOnlyList<string> ProjectNames(this JsonObject status) =>
        [.. status.Projects().Select(project => (string)project["name"]!).Order(StringComparer.Ordinal)];

    /// <summary>A project's tier, or null where there is no such project.</summary>
    public static string? TierOf(this JsonObject status, string project) => (string?)status.Find(project)?["tier"];

    /// <summary>How many documents a project has, or null where there is no such project.</summary>
    public static int? DocumentsOf(this JsonObject status, string project) => (int?)status.Find(project)?["documents"];

    /// <summary>The workspace's folders.</summary>
    public static IReadOnlyList<JsonNode> Folders(this JsonObject status) => [.. (status["folders"] as JsonArray ?? []).OfType<JsonNode>()];

    /// <summary>What is decided about the first folder, or null.</summary>
    public static bool? IsTrusted(this JsonObject status) => (bool?)status.Folders().FirstOrDefault()?["trusted"];

    /// <summary>The core's process, or 0 while there is none.</summary>
    public static int CorePid(this JsonObject status) => (int?)status["core"]?["pid"] ?? 0;

    /// <summary>How many cores had to be started after the first.</summary>
    public static int Restarts(this JsonObject status) => (int)status["core"]!["restarts"]!;

    private static IEnumerable<JsonNode> Projects(this JsonObject status) => (status["projects"] as JsonArray ?? []).OfType<JsonNode>();

    // A project of several target frameworks has its framework behind its name.
    private static JsonNode? Find(this JsonObject status, string project) =>
        status.Projects().FirstOrDefault(item => ((string)item["name"]!).StartsWith(project, StringComparison.Ordinal));
}
