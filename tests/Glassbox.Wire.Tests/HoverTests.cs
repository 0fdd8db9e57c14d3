using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>A hover over a finding explains it; over anything else Glassbox is silent, because others speak there.</summary>
public sealed class HoverTests : WireTest
{
    [Test]
    public async Task OnAFinding_WhyFlowRemedyAndWeakness()
    {
        var at = await OpenAsync(RuleSample.Of("GB1001"));
        var finding = await at.FindingAsync("GB1001");
        var text = await at.Client.HoverAsync(at.Document, at.Document.OffsetsOf(finding.Range).Start);
        Assert.That(text, Does.Contain("GB1001"));
        Assert.That(text, Does.Contain("name"), "the flow names the value");
        Assert.That(text, Does.Contain("parameter").IgnoreCase, "how to fix");
        Assert.That(text, Does.Contain("https://cwe.mitre.org/data/definitions/89.html"));
    }

    [Test]
    public async Task OnAFinding_TheRangeIsTheFindings()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        var finding = await at.FindingAsync("GB2002");
        var answer = await at.Client.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = at.Document.Identifier, ["position"] = finding.Range["start"]!.DeepClone() });
        Assert.That(JsonNode.DeepEquals(answer!["range"], finding.Range), Is.True);
        Assert.That((string?)answer["contents"]!["kind"], Is.EqualTo("markdown"));
    }

    [Test]
    public async Task ElsewhereInTheDocument_Nothing()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        await at.FindingAsync("GB2002");
        Assert.That(await at.Client.HoverAsync(at.Document, at.Document.After("class Dig")), Is.Null);
    }

    [Test]
    public async Task ClientWithoutMarkdown_GetsPlainText()
    {
        var at = await StartAtCursorAsync(RuleSample.Of("GB2002") + "\n// $0", new LaunchOptions { Profile = ClientProfile.Minimal });
        var finding = await at.FindingAsync("GB2002");
        var answer = await at.Client.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = at.Document.Identifier, ["position"] = finding.Range["start"]!.DeepClone() });
        Assert.That((string?)answer!["contents"]!["kind"], Is.EqualTo("plaintext"));
        Assert.That((string?)answer["contents"]!["value"], Does.Contain("GB2002").And.Not.Contain("**").And.Not.Contain("]("));
    }

    [Test]
    public async Task DocumentNeverOpened_Nothing()
    {
        var client = await SharedAsync();
        var document = new ClientDocument(LspClient.UriOf(client.PathOf("never-was.cs")), null, "csharp", "class A { }", client.Units);
        Assert.That(await client.HoverAsync(document, 3), Is.Null);
    }

    [TestCaseSource(typeof(RuleSample), nameof(RuleSample.Rules))]
    public async Task EveryRule_IsExplained(string rule)
    {
        var at = await OpenAsync(RuleSample.Of(rule));
        var finding = await at.FindingAsync(rule);
        Assert.That(await at.Client.HoverAsync(at.Document, at.Document.OffsetsOf(finding.Range).Start), Does.Contain(rule).And.Contain("cwe.mitre.org"));
    }
}
