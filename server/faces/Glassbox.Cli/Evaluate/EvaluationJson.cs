using System.Text.Json;
using Glassbox.Cli.Check;
using Glassbox.Cli.Session;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Cli.Evaluate;

/// <summary>An evaluation for programs; every value is from 0 to 1.</summary>
internal static class EvaluationJson
{
    /// <summary>Writes it.</summary>
    public static void Write(CompletionEvaluationReport report, CompletionEvaluationRequest request, string version, Target target, TextWriter writer)
    {
        var document = new
        {
            Tool = "glassbox",
            Version = version,
            Root = target.Root.Value,
            request.Seed,
            request.Files,
            request.PlacesPerFile,
            Rows = report.Rows.Select(row => new
            {
                Task = EvaluationWords.Of(row.Task),
                Ranking = NameOf(row.Ranking.ToString()),
                row.Places,
                Values = row.Values.ToDictionary(value => NameOf(value.Metric.ToString()), value => Math.Round(value.Value, 4)),
            }),
        };
        writer.Write(JsonSerializer.Serialize(document, JsonReport.Options));
        writer.Write('\n');
    }

    private static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
