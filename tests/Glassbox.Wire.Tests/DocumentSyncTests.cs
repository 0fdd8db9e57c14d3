using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>
/// The server's text is the editor's text, always. The probe is a finding: after any change, one that is asked for at once
/// must underline in the editor's own text what it underlined before.
/// </summary>
public sealed class DocumentSyncTests : WireTest
{
    private const string Probe = """
        using System.Security.Cryptography;

        class Probe
        {
            byte[] Hash(byte[] data) => MD5.HashData(data);
        }

        """;

    private const string Rule = "GB2002";

    protected override LaunchOptions SharedOptions => new() { Profile = ClientProfile.Neovim.With("general.positionEncodings", new JsonArray("utf-16")) };

    [Test]
    public async Task Open_TheEditorsTextCounts_NotTheDisk()
    {
        var client = await SharedAsync();
        var folder = NextFolder();
        var document = await OpenWithDiskAsync(client, $"{folder}/A.cs", onDisk: "class Other { }", text: Probe);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_LinesAbove_MoveTheFinding()
    {
        var (client, document) = await OpenProbeAsync();
        await client.TypeAsync(document, 0, "// one\n// two\n");
        await ExpectAsync(client, document);
        await client.ReplaceAsync(document, 0, "// one\n".Length, "");
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_InTheFindingsLine_MovesItsColumns()
    {
        var (client, document) = await OpenProbeAsync();
        await client.ReplaceTextAsync(document, "byte[] Hash", "public static /* wider */ byte[] Hash");
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_SeveralInOneNotification_EachSpeaksOfTheTextBeforeIt()
    {
        var (client, document) = await OpenProbeAsync();
        var at = document.Before("class Probe");
        await client.ChangeAsync(document, (at, at, "// a\n"), (at, at, "/* b */ "), (0, 0, "\n\n"), (1, 2, ""));
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_WholeText()
    {
        var (client, document) = await OpenProbeAsync();
        await client.ReplaceAllAsync(document, "\n\n\n" + Probe);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_WholeTextThenRange_InOneNotification()
    {
        var (client, document) = await OpenProbeAsync();
        var text = "\n" + Probe;
        document.Believe(text);
        var range = document.RangeOf(0, 0);
        document.Believe("// first\n" + text);
        await client.SendChangesAsync(document, [new JsonObject { ["text"] = text }, new JsonObject { ["range"] = range, ["text"] = "// first\n" }]);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_WithRangeLength_IsTheSame()
    {
        var (client, document) = await OpenProbeAsync();
        var range = document.RangeOf(0, 5);
        document.Believe("using static System.Math; using" + Probe[5..]);
        await client.SendChangesAsync(document, [new JsonObject { ["range"] = range, ["rangeLength"] = 5, ["text"] = "using static System.Math; using" }]);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_ColumnPastTheEndOfItsLine_MeansTheLinesEnd()
    {
        var (client, document) = await OpenProbeAsync();
        var firstLineEnd = document.Text.IndexOf('\n', StringComparison.Ordinal);
        var range = new JsonObject { ["start"] = Position(0, 9999), ["end"] = Position(0, 9999) };
        document.Believe(document.Text.Insert(firstLineEnd, " // tail\n// and more"));
        await client.SendChangesAsync(document, [new JsonObject { ["range"] = range, ["text"] = " // tail\n// and more" }]);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_LinePastTheEnd_MeansTheEndOfTheText()
    {
        var (client, document) = await OpenProbeAsync();
        var range = new JsonObject { ["start"] = Position(5000, 0), ["end"] = Position(5000, 3) };
        document.Believe(document.Text + "class Appended { }\n");
        await client.SendChangesAsync(document, [new JsonObject { ["range"] = range, ["text"] = "class Appended { }\n" }]);
        await ExpectAsync(client, document);
        await client.TypeAsync(document, document.After("class Appended { }\n"), "class Use { App }");
        Assert.That((await client.CompleteAsync(document, document.After("class Use { App"))).Labels, Does.Contain("Appended"));
    }

    [Test]
    public async Task Change_EverythingAwayAndBack()
    {
        var (client, document) = await OpenProbeAsync();
        await client.ReplaceAsync(document, 0, document.Text.Length, "");
        Assert.That((await client.PullAsync(document)).Items, Is.Empty);
        await client.TypeAsync(document, 0, Probe);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_AThousandKeystrokesInABurst_NoneIsLost()
    {
        var (client, document) = await OpenProbeAsync();
        var at = 0;
        for (var i = 0; i < 1000; i++) at = await client.TypeAsync(document, at, i % 40 == 0 ? "\n" : "/");
        await client.TypeAsync(document, at, "\n");
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_EmptyList_OnlyTheVersionGrows()
    {
        var (client, document) = await OpenProbeAsync();
        await client.SendChangesAsync(document, []);
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Change_OfADocumentThatIsNotOpen_IsSurvived()
    {
        var client = await SharedAsync();
        await client.NotifyAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = LspClient.UriOf(client.PathOf("never-opened.cs")), ["version"] = 7 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = "class A { }" }),
        });
        var (_, document) = await OpenProbeAsync();
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Open_Twice_TheLastTextCounts()
    {
        var (client, document) = await OpenProbeAsync();
        var again = await client.OpenUriAsync(document.Uri, "// twice\n" + Probe, document.Path);
        await ExpectAsync(client, again);
        await client.TypeAsync(again, 0, "\n");
        await ExpectAsync(client, again);
    }

    [Test]
    public async Task Close_TheDiskCountsAgain()
    {
        var client = await SharedAsync();
        var folder = NextFolder();
        var document = await OpenWithDiskAsync(client, $"{folder}/A.cs", onDisk: "class ZebraOnDisk { }", text: "class ZebraInEditor { }");
        var user = await OpenWithDiskAsync(client, $"{folder}/B.cs", onDisk: "class User { Zebra }", text: "class User { Zebra }");
        Assert.That((await client.CompleteAsync(user, user.After("Zebra"))).Labels, Does.Contain("ZebraInEditor").And.Not.Contain("ZebraOnDisk"));

        await client.CloseAsync(document);
        var labels = (await client.CompleteAsync(user, user.After("Zebra"))).Labels;
        Assert.That(labels, Does.Contain("ZebraOnDisk").And.Not.Contain("ZebraInEditor"));
    }

    [Test]
    public async Task Close_AndOpenAgain_VersionsStartAnew()
    {
        var (client, document) = await OpenProbeAsync();
        for (var i = 0; i < 5; i++) await client.TypeAsync(document, 0, "\n");
        await client.CloseAsync(document);
        var again = await client.OpenUriAsync(document.Uri, Probe, document.Path);
        await client.TypeAsync(again, 0, "// again\n");
        await ExpectAsync(client, again);
    }

    [Test]
    public async Task Save_ChangesNothingThatIsShown()
    {
        var (client, document) = await OpenProbeAsync();
        await client.TypeAsync(document, 0, "// saved\n");
        var before = await client.PullAsync(document);
        await client.SaveAsync(document);
        var after = await client.PullAsync(document, before.ResultId);
        Assert.That(after.Kind, Is.EqualTo("unchanged").Or.EqualTo("full"));
        await ExpectAsync(client, document);
    }

    [Test]
    public async Task Untitled_IsServedLikeAFile()
    {
        var client = await SharedAsync();
        var document = await client.OpenUriAsync("untitled:Untitled-7", Probe, languageId: "csharp");
        await client.DiagnosticsAsync(document, "the finding", report => report.Codes.Contains(Rule));
        await client.TypeAsync(document, 0, "\n\n");
        await ExpectAsync(client, document);
    }

    [TestCase("with space.cs")]
    [TestCase("übung.cs")]
    [TestCase("c#/a+b%20c.cs")]
    [TestCase("😀.cs")]
    public async Task Uri_OddNames_AreTheSameDocumentEverywhere(string name)
    {
        var client = await SharedAsync();
        var document = await OpenWithDiskAsync(client, $"{NextFolder()}/{name}", onDisk: Probe, text: "\n" + Probe);
        await ExpectAsync(client, document);
        var report = await client.Deadline.UntilAsync<DocumentDiagnostics>("the workspace's report under the same URI", async () =>
            (await client.PullWorkspaceAsync()).SingleOrDefault(item => string.Equals(item.Uri, document.Uri, StringComparison.Ordinal)));
        Assert.That(report.Items.Select(item => document.TextOf(item.Range)), Has.Some.Contains("MD5"));
    }

    [Test]
    public async Task Uri_EscapedOtherwise_IsTheSameDocument()
    {
        var client = await SharedAsync();
        var relative = $"{NextFolder()}/A.cs";
        var document = await OpenWithDiskAsync(client, relative, onDisk: "", text: Probe);
        var escaped = new ClientDocument(document.Uri.Replace("/A.cs", "/%41.cs", StringComparison.Ordinal), document.Path, "csharp", Probe, client.Units);
        Assert.That((await client.PullAsync(escaped)).Codes, Does.Contain(Rule));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-32")]
    public async Task RandomEdits_AfterEachTheFindingIsWhereItIs(string encoding)
    {
        var client = await StartAsync("", new LaunchOptions { Profile = ClientProfile.Neovim.With("general.positionEncodings", new JsonArray(encoding)) });
        var document = await client.OpenAsync("A.cs", "// 0\n" + Probe + "// end\n");
        await client.DiagnosticsAsync(document, "the finding", report => report.Codes.Contains(Rule));

        var random = new Random(20_261_120);
        string[] pieces = ["a", "é", "€", "😀", "👩‍👩‍👧", "\u0085//", "\u2028//", "\t", "𝒳", "ﬀ", "x\n//", "\r\n//", "\r//"];
        for (var i = 0; i < 150; i++)
        {
            // Only within the comments around the probe, so that the finding stays.
            var comment = random.Next(2) == 0 ? (Start: 2, End: document.Before("using System")) : (Start: document.After("// end"), End: document.Text.Length);
            var start = Boundary(document.Text, random.Next(comment.Start, comment.End));
            var end = Boundary(document.Text, Math.Min(comment.End - 1, start + random.Next(3)));
            if (start >= comment.End) continue;
            if (end >= comment.End || document.Text.AsSpan(start, Math.Max(0, end - start)).ContainsAny('\r', '\n', '/')) end = start;
            await client.ReplaceAsync(document, start, Math.Max(start, end), pieces[random.Next(pieces.Length)]);
            if (i % 5 == 4) await ExpectAsync(client, document);
        }

        await ExpectAsync(client, document);
    }

    // Not inside a pair, and not where what is typed would stand before its line's slashes and so be code.
    private static int Boundary(string text, int offset) =>
        offset > 0 && offset < text.Length && (char.IsLowSurrogate(text[offset]) || text[offset - 1] is '\r' or '\n' or '\u0085' or '\u2028' or '/')
            ? Boundary(text, offset + 1)
            : offset;

    private static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    private async Task<(LspClient Client, ClientDocument Document)> OpenProbeAsync()
    {
        var client = await SharedAsync();
        var document = await OpenWithDiskAsync(client, $"{NextFolder()}/Probe.cs", onDisk: "", text: Probe);
        await client.DiagnosticsAsync(document, "the finding", report => report.Codes.Contains(Rule));
        return (client, document);
    }

    private static async Task<ClientDocument> OpenWithDiskAsync(LspClient client, string relative, string onDisk, string text)
    {
        var path = client.PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, onDisk);
        return await client.OpenAsync(relative, text);
    }

    /// <summary>Asks once: a reader sees every change made before it asked.</summary>
    private static async Task ExpectAsync(LspClient client, ClientDocument document)
    {
        var report = await client.PullAsync(document);
        Assert.That(report.Items.Where(item => item.Code == Rule).Select(item => document.TextOf(item.Range)), Is.Not.Empty.And.All.StartsWith("MD5"));
    }
}
