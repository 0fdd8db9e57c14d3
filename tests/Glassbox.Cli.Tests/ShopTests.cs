using System.Diagnostics;
using System.Text.Json.Nodes;
using Glassbox.Testing;
using Glassbox.Testing.Wire;

namespace Glassbox.Cli.Tests;

/// <summary>The published program on the sample.</summary>
public sealed class ShopTests
{
    private static string Shop => Repository.Combine("samples", "Shop");

    [Test]
    public async Task Check_FindsWhatWasPlantedAndNothingElse()
    {
        var (exitCode, report, error) = await RunAsync("check", Shop, "--format", "json");

        var found = report["findings"]!.AsArray().Select(finding => $"{finding!["rule"]} {finding["place"]!["file"]}:{finding["place"]!["line"]}");
        var planted = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Shop, "expected-findings.json")))!.AsArray()
            .Select(one => $"{one!["rule"]} {one["path"]}:{one["line"]}");
        Assert.That(found, Is.EquivalentTo(planted), error);
        Assert.That(exitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Complete_OffersWhatTheProjectKnowsAndSaysWhy()
    {
        using var folder = WireFolder.CopyOfShop();
        folder.Write("Shop.Domain/Loud.cs", $$"""
            internal static class Loud
            {
                internal static void Shout(string text) { }
                internal static void Whisper(string text) { }
                internal static void All()
                {
            {{string.Join('\n', Enumerable.Repeat("        Loud.Shout(\"x\");", 20))}}
                    Loud.
                }
            }
            """);
        var (exitCode, answer, error) = await RunAsync("complete", $"{folder.PathOf("Shop.Domain/Loud.cs")}:27:14", "--workspace", folder.Path, "--format", "json");

        Assert.That(exitCode, Is.Zero, error);
        var labels = answer["candidates"]!.AsArray().Select(one => (string?)one!["label"]).ToList();
        Assert.That(labels, Does.Contain("Whisper"));
        Assert.That(labels[0], Is.EqualTo("Shout"));
        Assert.That((string?)answer["candidates"]![0]!["why"], Does.Contain("20"));
    }

    [Test]
    public async Task Eval_MeasuresTheSample()
    {
        var (exitCode, report, error) = await RunAsync("eval", "completion", Shop, "--files", "2", "--places", "2", "--format", "json");

        Assert.That(exitCode, Is.Zero, error);
        var members = report["rows"]!.AsArray().Where(row => (string?)row!["task"] == "members").ToList();
        Assert.That(members.Select(row => (string?)row!["ranking"]), Is.SupersetOf(new[] { "glassbox", "alphabetical", "frequency", "contexts" }));
        Assert.That(members.Select(row => (int)row!["places"]!), Is.All.Positive.And.All.LessThanOrEqualTo(4));
        Assert.That(members.Select(row => (double)row!["values"]!["offered"]!).Distinct().Count(), Is.EqualTo(1), "every order is of the same candidates");
    }

    private static async Task<(int ExitCode, JsonNode Report, string Error)> RunAsync(params string[] arguments)
    {
        var state = Directory.CreateTempSubdirectory("glassbox-shop").FullName;
        var start = new ProcessStartInfo(GlassboxProgram.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GLASSBOX_STATE"] = state;
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output.Length > 0 ? JsonNode.Parse(output)! : new JsonObject(), await error);
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }
}
