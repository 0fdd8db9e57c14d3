using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Findings for clients that cannot ask for them.</summary>
public sealed class PushedFindingTests : WireTest
{
    private static string Sample => RuleSample.Of("GB2002") + "\n// $0";

    private static LaunchOptions Eglot => new() { Profile = ClientProfile.Eglot };

    [Test]
    public async Task Opened_FindingsComeWithTheVersion()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        var report = await at.Client.PushedAsync(at.Document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(report.Version, Is.EqualTo(at.Document.Version));
        Assert.That(at.Document.TextOf(report.Items[0].Range), Does.StartWith("MD5"));
    }

    [Test]
    public async Task Typed_FindingsFollowTheText()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        await at.FindingAsync("GB2002");
        await at.Client.TypeAsync(at.Document, 0, "// one\n// two\n");
        var report = await at.Client.PushedAsync(at.Document, "the finding of the new version", found => found.Version == at.Document.Version && found.Codes.Contains("GB2002"));
        Assert.That(at.Document.TextOf(report.Items[0].Range), Does.StartWith("MD5"));
    }

    [Test]
    public async Task Fixed_AnEmptyListComes()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        await at.FindingAsync("GB2002");
        await at.Client.ReplaceTextAsync(at.Document, "MD5.HashData", "SHA256.HashData");
        await at.Client.PushedAsync(at.Document, "an empty list", found => found.Version == at.Document.Version && found.Items.Count == 0);
    }

    [Test]
    public async Task ABurst_TheLastListIsOfTheLastVersion()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        await at.FindingAsync("GB2002");
        for (var i = 0; i < 50; i++) await at.Client.TypeAsync(at.Document, 0, "\n");
        await at.Client.PushedAsync(at.Document, "the last version's finding", found => found.Version == at.Document.Version && found.Codes.Contains("GB2002"));
        var versions = at.Client.Log.FromServer("textDocument/publishDiagnostics")
            .Where(message => (string?)message.Params!["uri"] == at.Document.Uri).Select(message => (int?)message.Params!["version"]).ToArray();
        Assert.That(versions, Is.Ordered, "an older list must not overwrite a newer one");
    }

    [Test]
    public async Task WhatTheClientCannotShow_IsLeftOut()
    {
        var at = await StartAtCursorAsync(RuleSample.Of("GB1004") + "\n// $0", Eglot);
        var finding = await at.FindingAsync("GB1004");
        Assert.That(finding.Json["relatedInformation"], Is.Null);
        Assert.That(finding.Json["codeDescription"], Is.Null);
    }

    [Test]
    public async Task MinimalClient_GetsFindings()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Profile = ClientProfile.Minimal });
        await at.FindingAsync("GB2002");
        Assert.That(at.Client.Capabilities["diagnosticProvider"], Is.Null);
    }

    [Test]
    public async Task Workspace_FilesThatAreNotOpen_ArePushed()
    {
        var client = await StartAsync("//- /A.cs\n" + RuleSample.Of("GB2002"), Eglot);
        await client.WaitAsync("textDocument/publishDiagnostics", "the finding of a file that is not open", parameters => Has(parameters, "/A.cs", "GB2002"));
    }

    [Test]
    public async Task ScopeOpenDocuments_ClosingClears()
    {
        var settings = new JsonObject { ["analysis"] = new JsonObject { ["scope"] = "openDocuments" } };
        var at = await StartAtCursorAsync(Sample, Eglot with { Settings = settings });
        await at.FindingAsync("GB2002");
        var mark = at.Client.Log.Mark;
        await at.Client.CloseAsync(at.Document);
        await at.Client.WaitAsync(
            "textDocument/publishDiagnostics", "an empty list after closing", parameters => (string?)parameters!["uri"] == at.Document.Uri && parameters["diagnostics"]!.AsArray().Count == 0, mark);
    }

    [Test]
    public async Task FileDeleted_ItsFindingsAreTakenBack()
    {
        var client = await StartAsync("//- /A.cs\n" + RuleSample.Of("GB2002"), Eglot);
        await client.WaitAsync("textDocument/publishDiagnostics", "the finding", parameters => Has(parameters, "/A.cs", "GB2002"));
        var path = client.PathOf("/A.cs");
        var mark = client.Log.Mark;
        File.Delete(path);
        await client.FilesChangedAsync((path, 3));
        await client.WaitAsync(
            "textDocument/publishDiagnostics",
            "an empty list",
            parameters => ((string)parameters!["uri"]!).EndsWith("/A.cs", StringComparison.Ordinal) && parameters["diagnostics"]!.AsArray().Count == 0,
            mark);
    }

    [Test]
    public async Task SettingsChange_NewListsCome()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        await at.FindingAsync("GB2002");
        await at.Client.ChangeSettingsAsync(new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "none" } } });
        await at.Client.PushedAsync(at.Document, "an empty list", found => found.Items.Count == 0);
    }

    [Test]
    public async Task PullIsNotAnnounced_NorAnswered()
    {
        var at = await StartAtCursorAsync(Sample, Eglot);
        await at.FindingAsync("GB2002");
        Assert.That(at.Client.Capabilities["diagnosticProvider"], Is.Null);
        Assert.That(at.Client.Log.FromServer("workspace/diagnostic/refresh"), Is.Empty);
    }

    private static bool Has(JsonNode? parameters, string file, string rule) =>
        ((string)parameters!["uri"]!).EndsWith(file, StringComparison.Ordinal) && parameters["diagnostics"]!.AsArray().Any(item => (string?)item!["code"] == rule);
}
