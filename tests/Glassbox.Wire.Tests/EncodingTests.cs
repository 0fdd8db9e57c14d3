using System.Text;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Columns in the units agreed on, and texts that are not plain.</summary>
public sealed class EncodingTests : WireTest
{
    private const string Beside = "class Zebra { byte[] M(byte[] data) { /* {0} */ return System.Security.Cryptography.MD5.HashData(data); } }\n";

    private static readonly string[] Texts = ["ascii", "naïve café", "価格は百円", "😀😀", "👩‍👩‍👧‍👦 family", "e\u0301 combining", "𝒳𝒴", "\u2028 separator", "a\u00a0b", "אבג"];

    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-32"];

    [TestCase("utf-8", "utf-16", ExpectedResult = "utf-8")]
    [TestCase("utf-32", "utf-8", "utf-16", ExpectedResult = "utf-32")]
    [TestCase("utf-16", "utf-8", ExpectedResult = "utf-16")]
    [TestCase("utf-7", "utf-8", ExpectedResult = "utf-8")]
    [TestCase("utf-7", ExpectedResult = "utf-16")]
    public async Task<string> Negotiated_TheFirstThatBothKnow(params string[] offered)
    {
        var profile = ClientProfile.Full.With("general.positionEncodings", new JsonArray([.. offered.Select(name => (JsonNode)name)]));
        var client = await StartAsync(new LaunchOptions { Profile = profile });
        return (string?)client.Capabilities["positionEncoding"] ?? "utf-16";
    }

    [Test]
    public async Task NotOffered_IsUtf16()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Minimal });
        Assert.That((string?)client.Capabilities["positionEncoding"], Is.Null.Or.EqualTo("utf-16"));
    }

    [Test]
    public async Task Columns_AreRightBesideAnyText([ValueSource(nameof(Encodings))] string encoding)
    {
        var client = await StartAsync("", new LaunchOptions { Profile = ClientProfile.Neovim.With("general.positionEncodings", new JsonArray(encoding)) });
        foreach (var text in Texts)
        {
            var document = await client.OpenAsync($"Text{Array.IndexOf(Texts, text)}.cs", Beside.Replace("{0}", text, StringComparison.Ordinal));
            var report = await client.DiagnosticsAsync(document, $"the finding beside '{text}'", found => found.Codes.Contains("GB2002"));
            Assert.That(report.Items.Select(item => document.TextOf(item.Range)), Has.All.Contains("MD5"), text);

            // The other way: the client's position of a cursor behind the text.
            await client.ReplaceTextAsync(document, "return System", "Zeb return System");
            var item = (await client.CompleteAsync(document, document.After("*/ Zeb")))["Zebra"];
            Assert.That(document.TextOf(item.Edit!["range"]!), Is.EqualTo("Zeb"), text);
            await client.ReplaceTextAsync(document, text, text + text);
            Assert.That(document.TextOf((await client.CompleteAsync(document, document.After("*/ Zeb")))["Zebra"].Edit!["range"]!), Is.EqualTo("Zeb"), text);
        }
    }

    [Test]
    public async Task APositionInsideACodePoint_IsTakenToItsStart([ValueSource(nameof(Encodings))] string encoding)
    {
        var client = await StartAsync("", new LaunchOptions { Profile = ClientProfile.Neovim.With("general.positionEncodings", new JsonArray(encoding)) });
        var document = await client.OpenAsync("Inside.cs", Beside.Replace("{0}", "😀", StringComparison.Ordinal));
        await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        var before = document.PositionAt(document.Before("😀"));
        var inside = encoding == "utf-32" ? before : new JsonObject { ["line"] = (int)before["line"]!, ["character"] = (int)before["character"]! + 1 };
        document.Believe(document.Text.Insert(document.Before("😀"), "x"));
        await client.SendChangesAsync(document, [new JsonObject { ["range"] = new JsonObject { ["start"] = inside.DeepClone(), ["end"] = inside.DeepClone() }, ["text"] = "x" }]);
        Assert.That((await client.PullAsync(document)).Items.Select(item => document.TextOf(item.Range)), Has.All.Contains("MD5").And.Not.Empty);
    }

    [Test]
    public async Task RelatedLocations_InClosedFilesAreInTheSameUnits()
    {
        var client = await StartAsync("", new LaunchOptions { Profile = ClientProfile.Full.With("general.positionEncodings", new JsonArray("utf-8")) });
        var path = client.PathOf("Closed.cs");
        await File.WriteAllTextAsync(path, Beside.Replace("{0}", "価格は百円😀", StringComparison.Ordinal));
        await client.FilesChangedAsync((path, 1));
        var report = await client.Deadline.UntilAsync<DocumentDiagnostics>("the closed file's finding", async () =>
            (await client.PullWorkspaceAsync()).FirstOrDefault(item => item.Uri!.EndsWith("/Closed.cs", StringComparison.Ordinal) && item.Items.Count > 0));
        var text = await File.ReadAllTextAsync(path);
        var (start, end) = WireText.OffsetsOf(text, report.Items[0].Range, PositionUnits.Utf8);
        Assert.That(text[start..end], Does.Contain("MD5"));
    }

    [TestCase("\r\n")]
    [TestCase("\r")]
    [TestCase("\n")]
    public async Task LineEnds_OfAnyKind(string lineEnd)
    {
        var client = await SharedAsync();
        var text = string.Join(lineEnd, "// one", "// two", Beside.TrimEnd().Replace("{0}", "x", StringComparison.Ordinal), "// last");
        var document = await client.OpenAsync($"{NextFolder()}/Ends{(int)lineEnd[0]}{lineEnd.Length}.cs", text);
        var report = await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(document.TextOf(report.Items[0].Range), Does.Contain("MD5"));
        await client.TypeAsync(document, document.Before("// two"), $"// more{lineEnd}");
        Assert.That((await client.PullAsync(document)).Items.Select(item => document.TextOf(item.Range)), Has.All.Contains("MD5").And.Not.Empty);
    }

    [Test]
    public async Task LineEnds_Mixed()
    {
        var client = await SharedAsync();
        var document = await client.OpenAsync($"{NextFolder()}/Mixed.cs", "// a\r// b\n\r// c\r\n// d\u0085// same line\n" + Beside.Replace("{0}", "x", StringComparison.Ordinal));
        var report = await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(document.TextOf(report.Items[0].Range), Does.Contain("MD5"));
    }

    [Test]
    public async Task ByteOrderMark_InTheText()
    {
        var client = await SharedAsync();
        var document = await client.OpenAsync($"{NextFolder()}/Mark.cs", "\uFEFF" + Beside.Replace("{0}", "x", StringComparison.Ordinal));
        var report = await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(document.TextOf(report.Items[0].Range), Does.Contain("MD5"));
    }

    [TestCase("utf-8 with mark")]
    [TestCase("utf-16")]
    [TestCase("latin-1")]
    public async Task FilesOnDisk_InOtherEncodings(string encoding)
    {
        var client = await SharedAsync();
        var relative = $"{NextFolder()}/Disk.cs";
        var path = client.PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Encoding chosen = encoding switch
        {
            "utf-8 with mark" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16" => Encoding.Unicode,
            _ => Encoding.Latin1,
        };
        await File.WriteAllTextAsync(path, Beside.Replace("{0}", "café", StringComparison.Ordinal), chosen);
        await client.FilesChangedAsync((path, 1));
        await client.Deadline.UntilAsync("the file's finding", async () =>
            (await client.PullWorkspaceAsync()).Any(item => item.Uri == LspClient.UriOf(path) && item.Codes.Contains("GB2002")));
    }

    [Test]
    public async Task LoneSurrogates_OverTheWire_AreSurvived()
    {
        var client = await SharedAsync();
        // Written by hand: no JSON writer lets such text through, but editors hold it.
        var uri = LspClient.UriOf(client.PathOf($"{NextFolder()}/Lone.cs"));
        await client.Peer.SendContentAsync(Encoding.UTF8.GetBytes("""
            {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"URI","languageId":"csharp","version":1,"text":"// \ud800 lone\nclass Zebra { byte[] M(byte[] data) { return System.Security.Cryptography.MD5.HashData(data); } }\n"}}}
            """.Replace("URI", uri, StringComparison.Ordinal)));
        await client.Peer.SendContentAsync(Encoding.UTF8.GetBytes("""
            {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"URI","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":3}},"text":"\udc00x"}]}}
            """.Replace("URI", uri, StringComparison.Ordinal)));
        var document = new ClientDocument(
            uri, null, "csharp", "// ??? lone\nclass Zebra { byte[] M(byte[] data) { return System.Security.Cryptography.MD5.HashData(data); } }\n", client.Units);
        var report = await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(document.TextOf(report.Items[0].Range), Does.Contain("MD5"));
    }
}
