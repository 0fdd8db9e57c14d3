using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glassbox.Bench.Measuring;

/// <summary>Every sample as JSON, for tools that look further than the table.</summary>
internal static class SampleFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the file.</summary>
    public static Task WriteAsync(string path, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Subject> subjects)
    {
        var rows = new JsonArray();
        foreach (var outcome in outcomes)
        {
            foreach (var (subject, tally) in subjects.Zip(outcome.Tallies))
            {
                foreach (var row in Row.All)
                {
                    if (tally[row] is { } samples && samples.Values.Count + samples.Wrong.Count > 0) rows.Add((JsonNode)Of(row, outcome.Workload.Name, subject, samples));
                }
            }
        }

        var solutions = outcomes.Select(outcome => (JsonNode)new JsonObject
        {
            ["name"] = outcome.Workload.Name,
            ["projects"] = outcome.Workload.Projects,
            ["files"] = outcome.Workload.Files.Count,
            ["lines"] = outcome.Workload.Lines,
        });
        var all = new JsonObject { ["processors"] = Environment.ProcessorCount, ["solutions"] = new JsonArray([.. solutions]), ["rows"] = rows };
        return File.WriteAllTextAsync(path, all.ToJsonString(Indented) + "\n");
    }

    private static JsonObject Of(Row row, string solution, Subject subject, Samples samples)
    {
        var json = new JsonObject
        {
            ["row"] = row.Title,
            ["solution"] = solution,
            ["build"] = subject.Program,
            ["unit"] = row.Unit,
            ["targetP50"] = row.TargetP50,
            ["targetP95"] = row.TargetP95,
            ["samples"] = new JsonArray([.. samples.Values.Select(value => (JsonNode)Math.Round(value, 3))]),
            ["wrong"] = new JsonArray([.. samples.Wrong.Select(text => (JsonNode)text)]),
        };
        if (samples.Values.Count == 0) return json;
        json["p50"] = Math.Round(samples.Percentile(50), 3);
        json["p95"] = Math.Round(samples.Percentile(95), 3);
        json["max"] = Math.Round(samples.Max, 3);
        return json;
    }
}
