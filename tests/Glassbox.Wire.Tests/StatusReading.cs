using System.Text.Json.Nodes;

namespace Glassbox.Wire.Tests;

/// <summary>Reads what <c>glassbox/status</c> says.</summary>
public static class StatusReading
{
    /// <summary>The names of the projects loaded, sorted.</summary>
    public static IReadOnlyList<string> ProjectNames(this JsonObject status) =>
        [.. status["projects"]!.AsArray().Select(project => (string)project!["name"]!).Order(StringComparer.Ordinal)];

    /// <summary>A project's tier, or null where there is no such project.</summary>
    public static string? TierOf(this JsonObject status, string project) =>
        (string?)status["projects"]!.AsArray().FirstOrDefault(item => ((string)item!["name"]!).StartsWith(project, StringComparison.Ordinal))?["tier"];

    /// <summary>How many documents a project has, or null where there is no such project.</summary>
    public static int? DocumentsOf(this JsonObject status, string project) =>
        (int?)status["projects"]!.AsArray().FirstOrDefault(item => ((string)item!["name"]!).StartsWith(project, StringComparison.Ordinal))?["documents"];

    /// <summary>The core's process.</summary>
    public static int CorePid(this JsonObject status) => (int)status["core"]!["pid"]!;

    /// <summary>How many cores had to be started after the first.</summary>
    public static int Restarts(this JsonObject status) => (int)status["core"]!["restarts"]!;
}
