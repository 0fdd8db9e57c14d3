using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Findings for clients that ask for them.</summary>
public sealed class FindingTests : WireTest
{
    private static IEnumerable<string> Rules => RuleSample.Rules;

    [TestCaseSource(nameof(Rules))]
    public async Task EachRule_FindsItsSample(string rule)
    {
        var at = await OpenAsync(RuleSample.Of(rule));
        var finding = await at.FindingAsync(rule);
        var (start, end) = at.Document.OffsetsOf(finding.Range);
        var expected = at.File.Spans[0];
        Assert.That(start < expected.End && end > expected.Start, Is.True, () => $"underlines: {at.Document.TextOf(finding.Range)}");
        Assert.That(finding.Source, Is.EqualTo("glassbox"));
        Assert.That(finding.Severity, Is.InRange(1, 4));
        Assert.That(finding.Message, Is.Not.Empty.And.Not.Contain("\n"));
        Assert.That(finding.Href, Does.StartWith("https://cwe.mitre.org/data/definitions/"));
        Assert.That(finding.Json["data"], Is.Not.Null);
        Assert.That((await at.Client.PullAsync(at.Document)).Codes.Where(code => code == rule).Count(), Is.EqualTo(1));
    }

    [TestCase("GB1001", "name")]
    [TestCase("GB1002", "name")]
    [TestCase("GB1003", "name")]
    [TestCase("GB1004", "returnUrl")]
    public async Task AFlow_IsNamedAndShown(string rule, string value)
    {
        var at = await OpenAsync(RuleSample.Of(rule));
        var finding = await at.FindingAsync(rule);
        Assert.That(finding.Message, Does.Contain(value));
        Assert.That(finding.Related, Is.Not.Empty);
        foreach (var related in finding.Related)
        {
            Assert.That((string?)related["message"], Is.Not.Empty);
            Assert.That((string?)related["location"]!["uri"], Is.EqualTo(at.Document.Uri));
            Assert.That(at.Document.TextOf(related["location"]!["range"]!), Is.Not.Empty);
        }

        Assert.That(finding.Related.Select(related => at.Document.TextOf(related["location"]!["range"]!)), Has.Some.Contains(value));
    }

    [Test]
    public async Task CleanCode_HasNone()
    {
        var at = await OpenAsync("""
            using System.IO;
            using System.Linq;
            using System.Security.Cryptography;

            public class Clean
            {
                public int First(string path)
                {
                    using var stream = new FileStream(path, FileMode.Open);
                    return stream.ReadByte();
                }

                public byte[] Hash(byte[] data) => SHA256.HashData(data);

                public int Sum(int[] items)
                {
                    var sum = 0;
                    for (var i = 0; i < items.Length; i++) sum += items[i];
                    return sum + (items.Select(item => item.ToString()).FirstOrDefault()?.Length ?? 0);
                }
            }
            """);
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task ResultId_Unchanged_WhenNothingChanged()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        await at.FindingAsync("GB2002");
        var first = await at.Client.PullAsync(at.Document);
        Assert.That(first.Kind, Is.EqualTo("full"));
        Assert.That(first.ResultId, Is.Not.Empty);
        var second = await at.Client.PullAsync(at.Document, first.ResultId);
        Assert.That(second.Kind, Is.EqualTo("unchanged"));
        Assert.That(second.ResultId, Is.EqualTo(first.ResultId));

        await at.Client.TypeAsync(at.Document, 0, "\n");
        var third = await at.Client.PullAsync(at.Document, first.ResultId);
        Assert.That(third.Kind, Is.EqualTo("full"));
        Assert.That(third.ResultId, Is.Not.EqualTo(first.ResultId));
    }

    [Test]
    public async Task Fixed_IsGoneAtOnce()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        await at.FindingAsync("GB2002");
        await at.Client.ReplaceTextAsync(at.Document, "MD5.HashData", "SHA256.HashData");
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task SuppressedWithAReason_IsGone()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        await at.FindingAsync("GB2002");
        await at.Client.TypeAsync(at.Document, at.Document.Before("return MD5"), "// glassbox:ignore GB2002 -- a checksum, not a secret\n        ");
        Assert.That((await at.Client.PullAsync(at.Document)).Codes, Does.Not.Contain("GB2002"));
    }

    [Test]
    public async Task SuppressedForAnotherRule_Stays()
    {
        var at = await OpenAsync(RuleSample.Of("GB2002"));
        await at.FindingAsync("GB2002");
        await at.Client.TypeAsync(at.Document, at.Document.Before("return MD5"), "// glassbox:ignore GB1001 -- another rule\n        ");
        Assert.That((await at.Client.PullAsync(at.Document)).Codes, Does.Contain("GB2002"));
    }

    [Test]
    public async Task Data_TellsTheWeakness()
    {
        var at = await OpenAsync(RuleSample.Of("GB1001"));
        var finding = await at.FindingAsync("GB1001");
        Assert.That(finding.Href, Does.EndWith("/89.html"));
        Assert.That(finding.Json["data"]!.ToJsonString(), Does.Contain("89"));
    }

    [Test]
    public async Task Pulled_NothingIsPushed()
    {
        var at = await StartAtCursorAsync(RuleSample.Of("GB2002") + "\n// $0");
        await at.FindingAsync("GB2002");
        await at.Client.TypeAsync(at.Document, 0, "\n");
        await at.Client.PullAsync(at.Document);
        await at.Client.PullWorkspaceAsync();
        Assert.That(at.Client.Log.FromServer("textDocument/publishDiagnostics"), Is.Empty);
    }

    [Test]
    public async Task OtherLanguages_HaveNone()
    {
        var at = await OpenAsync("//- /a.py\nimport hashlib\nhashlib.md5(b'')");
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task DocumentNeverOpened_IsReadFromDiskOrEmpty()
    {
        var client = await SharedAsync();
        var document = new ClientDocument(LspClient.UriOf(client.PathOf("never-was.cs")), null, "csharp", "", client.Units);
        Assert.That((await client.PullAsync(document)).Items, Is.Empty);
    }

    [Test]
    public async Task GeneratedCode_HasNone()
    {
        var at = await OpenAsync("//- /A.g.cs\n// <auto-generated/>\n" + RuleSample.Of("GB2002"));
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
    }

    [Test]
    public async Task Workspace_ReportsFilesThatAreNotOpen()
    {
        var client = await StartAsync($"//- /A.cs\n{RuleSample.Of("GB2002")}\n//- /Deep/B.cs\n{RuleSample.Of("GB3002")}\n//- /C.cs\nclass Clean {{ }}");
        await client.LoadedAsync();
        var reports = await client.PullWorkspaceAsync();
        Assert.That(Codes(reports, "A.cs"), Does.Contain("GB2002"));
        Assert.That(Codes(reports, "B.cs"), Does.Contain("GB3002"));
        Assert.That(Codes(reports, "C.cs"), Is.Empty);
    }

    [Test]
    public async Task Workspace_KnownResults_AreUnchanged()
    {
        var client = await StartAsync($"//- /A.cs\n{RuleSample.Of("GB2002")}\n//- /B.cs\n{RuleSample.Of("GB3002")}");
        await client.LoadedAsync();
        var first = await client.PullWorkspaceAsync();
        var path = client.PathOf("B.cs");
        await File.WriteAllTextAsync(path, "class Clean { }");
        await client.FilesChangedAsync((path, 2));
        await client.Deadline.UntilAsync("only the changed file is reported anew", async () =>
        {
            var request = await client.PullWorkspaceAsync(first);
            var full = request.Where(report => report.Kind == "full").ToArray();
            return full.Length == 1 && full[0].Uri!.EndsWith("/B.cs", StringComparison.Ordinal) && full[0].Items.Count == 0;
        });
    }

    [Test]
    public async Task Workspace_AnOpenDocument_IsReportedWithItsVersionAndText()
    {
        var client = await StartAsync("//- /A.cs\nclass Clean { }");
        await client.LoadedAsync();
        var document = await client.OpenAsync("/A.cs", Plain("GB2002"));
        await client.TypeAsync(document, 0, "\n");
        var report = (await client.PullWorkspaceAsync()).Single(item => item.Uri == document.Uri);
        Assert.That(report.Codes, Does.Contain("GB2002"));
        Assert.That(report.Version, Is.EqualTo(document.Version));
    }

    [Test]
    public async Task Workspace_ScopeOpenDocuments_LeavesOutTheRest()
    {
        var settings = new JsonObject { ["analysis"] = new JsonObject { ["scope"] = "openDocuments" } };
        var client = await StartAsync($"//- /A.cs\n{RuleSample.Of("GB2002")}\n//- /B.cs\n{RuleSample.Of("GB3002")}", new LaunchOptions { Settings = settings });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/A.cs");
        var reports = await client.PullWorkspaceAsync();
        Assert.That(reports.Where(report => report.Items.Count > 0).Select(report => report.Uri), Is.EqualTo(new[] { document.Uri }));
    }

    [Test]
    public async Task WhatChangesAll_AsksTheClientToAskAgain()
    {
        var at = await StartAtCursorAsync(RuleSample.Of("GB2002") + "\n// $0");
        await at.FindingAsync("GB2002");
        await at.Client.LoadedAsync();
        var mark = at.Client.Log.Mark;
        await at.Client.ChangeSettingsAsync(new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "none" } } });
        await at.Client.WaitAsync("workspace/diagnostic/refresh", "the rules changed", after: mark);
    }

    [Test]
    public async Task ClientWithoutRefresh_IsNotAsked()
    {
        var at = await StartAtCursorAsync(RuleSample.Of("GB2002") + "\n// $0", new LaunchOptions { Profile = ClientProfile.Full.With("workspace.diagnostics", null) });
        await at.FindingAsync("GB2002");
        await at.Client.ChangeSettingsAsync(new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "none" } } });
        await at.GoneAsync("GB2002");
        Assert.That(at.Client.Log.FromServer("workspace/diagnostic/refresh"), Is.Empty);
    }

    [Test]
    public async Task Shop_HasAtLeastOneOfEveryRule_AndNoneElsewhere()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        await client.LoadedAsync();
        var found = (await client.PullWorkspaceAsync()).SelectMany(report => report.Codes).ToHashSet(StringComparer.Ordinal);
        Assert.That(found, Is.EquivalentTo(RuleSample.Rules));
    }

    private static string Plain(string rule) => Testing.Fixtures.Fixture.Parse(RuleSample.Of(rule)).Single.Text;

    private static IEnumerable<string> Codes(IEnumerable<DocumentDiagnostics> reports, string name) =>
        reports.Where(report => report.Uri!.EndsWith('/' + name, StringComparison.Ordinal)).SelectMany(report => report.Codes);
}
