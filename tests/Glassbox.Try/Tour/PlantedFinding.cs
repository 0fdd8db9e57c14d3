using System.Text.Json;
using Glassbox.Testing.Wire;

namespace Glassbox.Try.Tour;

/// <summary>A mistake that the sample was given on purpose.</summary>
/// <param name="Rule">Who must find it.</param>
/// <param name="Path">In which file, relative to the sample.</param>
/// <param name="Line">From 1.</param>
internal sealed record PlantedFinding(string Rule, string Path, int Line)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The sample's own list.</summary>
    public static IReadOnlyList<PlantedFinding> ReadAll(SampleCopy sample) =>
        JsonSerializer.Deserialize<PlantedFinding[]>(File.ReadAllText(System.IO.Path.Combine(sample.Folder, "expected-findings.json")), CamelCase) ?? throw new WireException("The sample lists no findings.");

    /// <summary>A finding of the server in the same terms.</summary>
    public static PlantedFinding Of(string path, WireDiagnostic diagnostic) => new(diagnostic.Code, path, (int)diagnostic.Range["start"]!["line"]! + 1);

    /// <inheritdoc/>
    public override string ToString() => $"{Rule} {Path}:{Line}";
}
