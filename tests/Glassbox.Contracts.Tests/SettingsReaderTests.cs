using System.Text.Json.Nodes;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;

namespace Glassbox.Contracts.Tests;

public sealed class SettingsReaderTests
{
    [Test]
    public void Nothing_GivesTheDefaults()
    {
        var reading = SettingsReader.Read(null);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Settings.Completion.MaxItems, Is.EqualTo(new CompletionSettings().MaxItems));
            Assert.That(reading.Settings.Completion.Enabled, Is.True);
        });
    }

    [TestCase("""{"completion":{"enabled":false,"maxItems":50}}""")]
    [TestCase("""{"completion.enabled":false,"completion.maxItems":50}""")]
    [TestCase("""{"glassbox":{"completion":{"enabled":false,"maxItems":50}}}""")]
    [TestCase("""{"glassbox.completion.enabled":false,"glassbox.completion.maxItems":50}""")]
    public void NestedFlatOrWithTheSection_AreReadAlike(string json)
    {
        var reading = SettingsReader.Read(JsonNode.Parse(json));
        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Settings.Completion.Enabled, Is.False);
            Assert.That(reading.Settings.Completion.MaxItems, Is.EqualTo(50));
        });
    }

    [Test]
    public void UnknownSetting_IsNamedWithTheNearest()
    {
        var reading = SettingsReader.Read(JsonNode.Parse("""{"completion":{"maxItms":50}}"""));
        Assert.That(reading.Problems.Single(), Does.Contain("glassbox.completion.maxItms").And.Contain("glassbox.completion.maxItems"));
    }

    [TestCase("""{"completion":{"maxItems":"many"}}""", "a whole number")]
    [TestCase("""{"completion":{"maxItems":1}}""", "from 20 to 5000")]
    [TestCase("""{"completion":{"maxItems":20.5}}""", "a whole number")]
    [TestCase("""{"ghostText":{"threshold":2}}""", "from 0 to 1")]
    [TestCase("""{"analysis":{"scope":"everything"}}""", "openDocuments")]
    [TestCase("""{"analysis":{"rules":{"GB1001":"loud"}}}""", "warning")]
    [TestCase("""{"workspace":{"exclude":"bin"}}""", "a list")]
    [TestCase("""{"completion":7}""", "not known")]
    public void WrongValue_IsNamedAndTheRestCounts(string json, string expected)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node["ghostText.enabled"] = false;
        var reading = SettingsReader.Read(node);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems.Single(), Does.Contain(expected));
            Assert.That(reading.Settings.GhostText.Enabled, Is.False);
            Assert.That(reading.Settings.Completion.MaxItems, Is.EqualTo(new CompletionSettings().MaxItems));
        });
    }

    [Test]
    public void RulesAndLists_AreRead()
    {
        var reading = SettingsReader.Read(JsonNode.Parse(
            """{"analysis":{"rules":{"gb2002":"none","GB1001":"Error"},"minimumSeverity":"warning"},"workspace":{"exclude":["generated"]}}"""));
        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Settings.Analysis.Rules["GB2002"], Is.EqualTo(Severity.None));
            Assert.That(reading.Settings.Analysis.Rules["gb1001"], Is.EqualTo(Severity.Error));
            Assert.That(reading.Settings.Analysis.MinimumSeverity, Is.EqualTo(Severity.Warning));
            Assert.That(reading.Settings.Workspace.Exclude, Is.EqualTo(new[] { "generated" }));
        });
    }

    [Test]
    public void AListInsteadOfAnObject_IsAProblem() =>
        Assert.That(SettingsReader.Read(JsonNode.Parse("[1]")).Problems.Single(), Does.Contain("must be an object"));

    [Test]
    public void SettingsOfTheClientItself_AreNoProblem() =>
        Assert.That(SettingsReader.Read(JsonNode.Parse("""{"trace":{"server":"off"},"server":{"path":""}}""")).Problems, Is.Empty);
}
