using System.Text.Json.Nodes;

namespace Glassbox.Cli.Tests.Support;

/// <summary>What SARIF 2.1.0 requires of the parts that we write, read from the standard and not from our own records.</summary>
internal static class SarifRules
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    public static void Check(JsonNode log)
    {
        Assert.That((string?)log["version"], Is.EqualTo("2.1.0"));
        Assert.That(Uri.IsWellFormedUriString((string?)log["$schema"], UriKind.Absolute));
        foreach (var run in log["runs"]!.AsArray()) CheckRun(run!);
    }

    private static void CheckRun(JsonNode run)
    {
        var driver = run["tool"]!["driver"]!;
        Assert.That((string?)driver["name"], Is.Not.Empty);
        var rules = driver["rules"]!.AsArray().Select(rule => (string)rule!["id"]!).ToList();
        Assert.That(rules, Is.Unique);
        Assert.That((string?)run["columnKind"], Is.EqualTo("utf16CodeUnits").Or.EqualTo("unicodeCodePoints"));
        foreach (var tag in driver["rules"]!.AsArray().SelectMany(rule => rule!["properties"]?["tags"]?.AsArray() ?? []).Where(tag => ((string)tag!).StartsWith("external")))
            Assert.That((string?)tag, Does.Match("^external/cwe/cwe-[0-9]{3,}$"));

        var bases = run["originalUriBaseIds"]!.AsObject();
        foreach (var (_, location) in bases) Assert.That((string?)location!["uri"], Does.Match("^file:///.*/$"));
        foreach (var invocation in run["invocations"]!.AsArray())
        {
            Assert.That(invocation!["executionSuccessful"], Is.Not.Null);
            foreach (var notification in invocation["toolExecutionNotifications"]!.AsArray())
            {
                Assert.That((string?)notification!["message"]!["text"], Is.Not.Empty);
                Assert.That(Levels, Does.Contain((string?)notification["level"]));
            }
        }

        foreach (var result in run["results"]!.AsArray())
        {
            Assert.That(rules[(int)result!["ruleIndex"]!], Is.EqualTo((string?)result["ruleId"]));
            Assert.That(Levels, Does.Contain((string?)result["level"]));
            Assert.That((string?)result["message"]!["text"], Is.Not.Empty);
            foreach (var location in result["locations"]!.AsArray()) CheckLocation(location!, bases);
            Assert.That(result.AsObject().TryGetPropertyValue("codeFlows", out var flows) && flows is null, Is.False, "null is no array");
            foreach (var station in flows?.AsArray().SelectMany(flow => flow!["threadFlows"]!.AsArray()).SelectMany(thread => thread!["locations"]!.AsArray()) ?? [])
                CheckLocation(station!["location"]!, bases);
        }
    }

    private static void CheckLocation(JsonNode location, JsonObject bases)
    {
        var artifact = location["physicalLocation"]!["artifactLocation"]!;
        var uri = (string)artifact["uri"]!;
        Assert.That(uri, Does.Match("^[A-Za-z0-9._~!$&'()*+,;=:@/%-]+$"), "a URI has these characters only");
        if (artifact["uriBaseId"] is { } id) Assert.That(bases.ContainsKey((string)id!) && !uri.StartsWith('/') && !uri.Contains("://"));
        var region = location["physicalLocation"]!["region"]!;
        Assert.That((int)region["startLine"]!, Is.Positive);
        Assert.That((int)region["startColumn"]!, Is.Positive);
        Assert.That(((int)region["endLine"]!, (int)region["endColumn"]!).CompareTo(((int)region["startLine"]!, (int)region["startColumn"]!)), Is.GreaterThanOrEqualTo(0));
    }
}
