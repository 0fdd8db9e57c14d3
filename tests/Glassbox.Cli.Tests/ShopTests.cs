using System.Diagnostics;
using System.Text.Json.Nodes;
using Glassbox.Testing;
using Glassbox.Testing.Wire;

namespace Glassbox.Cli.Tests;

/// <summary>The published program on the sample: everything that was put there is found, and nothing else.</summary>
public sealed class ShopTests
{
    [Test]
    public async Task Check_FindsWhatWasPlantedAndNothingElse()
    {
        var shop = Repository.Combine("samples", "Shop");
        var start = new ProcessStartInfo(GlassboxProgram.Path) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "check", shop, "--format", "json" }) start.ArgumentList.Add(argument);
        var state = Directory.CreateTempSubdirectory("glassbox-shop").FullName;
        start.Environment["GLASSBOX_STATE"] = state;
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var report = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync())!;
            await process.WaitForExitAsync();

            var found = report["findings"]!.AsArray().Select(finding => $"{finding!["rule"]} {finding["place"]!["file"]}:{finding["place"]!["line"]}");
            var planted = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(shop, "expected-findings.json")))!.AsArray()
                .Select(one => $"{one!["rule"]} {one["path"]}:{one["line"]}");
            Assert.That(found, Is.EquivalentTo(planted), await error);
            Assert.That(process.ExitCode, Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }
}
