using System.Text;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Files as they should not be. Each has a defined outcome, and the server goes on.</summary>
public sealed class BadInputTests : WireTest
{
    [Test]
    public async Task HalfWrittenFile_IsServed()
    {
        var whole = await File.ReadAllTextAsync(Testing.Repository.Combine("samples", "Shop", "Shop.Data", "OrderRepository.cs"));
        var client = await SharedAsync();
        var document = await client.OpenAsync($"{NextFolder()}/Half.cs", "");
        for (var length = 0; length <= whole.Length; length += 397)
        {
            await client.ReplaceAllAsync(document, whole[..length]);
            await client.CompleteAsync(document, length);
            await client.PullAsync(document);
            await client.CodeActionsAsync(document, document.RangeOf(length, length));
            await client.HoverAsync(document, length);
        }
    }

    [Test]
    public async Task HugeFile_Opened_IsEditedButNotAnalyzed()
    {
        var text = new StringBuilder(21 << 20);
        for (var i = 0; text.Length < 20 << 20; i++) text.Append("// line ").Append(i).Append(" of a file that nobody wrote by hand\n");
        text.Append("class Zebra { byte[] M(byte[] data) => System.Security.Cryptography.MD5.HashData(data); void N() { Zeb } }\n");
        var client = await StartAsync("class A { }");
        await client.LoadedAsync();
        var document = await client.OpenAsync("Huge.cs", text.ToString());
        var tail = new JsonObject { ["line"] = 0, ["character"] = 0 };
        document.Believe("// typed\n" + document.Text);
        await client.SendChangesAsync(document, [new JsonObject { ["range"] = new JsonObject { ["start"] = tail, ["end"] = tail.DeepClone() }, ["text"] = "// typed\n" }]);
        Assert.That((await client.PullAsync(document)).Items, Is.Empty);

        // The rest of the session does not suffer.
        var other = await client.OpenAsync("B.cs", "class Striped { void M() { Stri } }");
        Assert.That((await client.CompleteAsync(other, other.After("{ Stri"))).Labels, Does.Contain("Striped"));
        await client.CloseAsync(document);
    }

    [Test]
    public async Task HugeFile_OnDisk_IsSkipped()
    {
        var folder = Folder("//- /A.cs\nclass Zebra { void M() { Zeb } }");
        await File.WriteAllBytesAsync(folder.PathOf("Huge.cs"), Encoding.UTF8.GetBytes("// " + new string('x', 20 << 20)));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task HugeFile_LimitIsASetting()
    {
        var settings = new JsonObject { ["workspace"] = new JsonObject { ["maxFileSizeKiB"] = 16 } };
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = settings });
        await client.LoadedAsync();
        var document = await client.OpenAsync("B.cs", Testing.Fixtures.Fixture.Parse(RuleSample.Of("GB2002")).Single.Text + "\n// " + new string('x', 20 << 10));
        Assert.That((await client.PullAsync(document)).Items, Is.Empty);
    }

    [Test]
    public async Task BinaryFile_WithASourceName_IsSkipped()
    {
        var folder = Folder("//- /A.cs\nclass Zebra { void M() { Zeb } }");
        var noise = new byte[64 << 10];
        new Random(7).NextBytes(noise);
        await File.WriteAllBytesAsync(folder.PathOf("Noise.cs"), noise);
        File.Copy(typeof(BadInputTests).Assembly.Location, folder.PathOf("Program.cs"));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
        Assert.That((await client.PullWorkspaceAsync()).SelectMany(report => report.Items), Is.Empty);
    }

    [Test]
    public async Task BinaryFile_OpenedAsText_IsSurvived()
    {
        var client = await SharedAsync();
        var text = new string([.. Enumerable.Range(0, 4000).Select(i => (char)(i * 7 % 0xD7FF))]);
        var document = await client.OpenAsync($"{NextFolder()}/Noise.cs", text);
        await client.CompleteAsync(document, 100);
        await client.PullAsync(document);
        await client.ReplaceAsync(document, 10, 20, "\0\0");
        Assert.That((await client.PullAsync(document)).Kind, Is.EqualTo("full"));
    }

    [Test]
    public async Task VeryLongLine_IsServed()
    {
        var client = await SharedAsync();
        var document = await client.OpenAsync($"{NextFolder()}/Long.cs", $"class Zebra {{ string s = \"{new string('x', 300_000)}\"; void M() {{ Zeb }} }}");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [TestCase("class A { int M() => ", "(", "1", ")")]
    [TestCase("class A { ", "System.Collections.Generic.List<", "int", "> x;")]
    [TestCase("class A { bool x = \"\" is ", "{ Length: ", "1", "}")]
    [TestCase("class A { object x = ", "new[] {", "1", "}")]
    public async Task DeepNesting_IsSaid_AndTheCoreLivesOn(string before, string open, string inmost, string close)
    {
        var client = await StartAsync("//- /Start.cs\nclass Start { }");
        await client.LoadedAsync();
        var core = await client.Process.CoreAsync(client.Deadline);
        var document = await client.OpenAsync("Deep.cs", before + string.Concat(Enumerable.Repeat(open, 20_000)) + inmost + string.Concat(Enumerable.Repeat(close, 20_000)) + "; }");
        await client.ShownMessageAsync("Deep.cs nests brackets", "plain text");
        await client.PullAsync(document);
        await client.ReplaceAllAsync(document, "class Zebra { void M() { Zeb } }");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
        Assert.That(await client.Process.CoreAsync(client.Deadline), Is.EqualTo(core), "it is the same core");
    }

    [Test]
    public async Task LongChain_DoesNotEndTheSession()
    {
        var (client, document) = await OpenOwnAsync($"class A {{ string M() => {string.Join(" + ", Enumerable.Repeat("\"x\"", 8000))}; }}");
        // The user does not wait for what cannot be answered soon.
        await client.CancelAsync(await client.SendRequestAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = document.Identifier }));
        await client.ReplaceAllAsync(document, "class Zebra { void M() { Zeb } }");
        await client.Deadline.UntilAsync("the mended text is served", async () =>
        {
            try
            {
                return (await client.CompleteAsync(document, document.After("{ Zeb"))).Labels.Contains("Zebra");
            }
            catch (LspErrorException restarting) when (restarting.Code == LspErrorException.RequestFailed)
            {
                return false;
            }
        });
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "links and permissions")]
    public async Task LinkLoopsAndFoldersNamedLikeFiles_AreSurvived()
    {
        var folder = Folder("//- /A.cs\nclass Zebra { void M() { Zeb } }");
        Directory.CreateDirectory(folder.PathOf("Folder.cs"));
        Directory.CreateSymbolicLink(folder.PathOf("loop"), folder.Path);
        File.CreateSymbolicLink(folder.PathOf("Dangling.cs"), folder.PathOf("nowhere.cs"));
        File.CreateSymbolicLink(folder.PathOf("Self.cs"), folder.PathOf("Self.cs"));
        var unreadable = folder.Write("Unreadable.cs", "class Secret { }");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(unreadable, UnixFileMode.None);
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels.Count(label => label == "Zebra"), Is.EqualTo(1));
    }

    [Test]
    public async Task FileDeletedUnderTheServer_UntoldOf_IsSurvived()
    {
        var client = await StartAsync("//- /A.cs\nclass Zebra { void M() { Zeb } }\n//- /B.cs\n" + RuleSample.Of("GB2002"));
        await client.LoadedAsync();
        File.Delete(client.PathOf("/B.cs"));
        File.Move(client.PathOf("/A.cs"), client.PathOf("/Renamed.cs"));
        await client.PullWorkspaceAsync();
        var document = await client.OpenAsync("/Renamed.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task WholeWorkspaceDeleted_IsSurvived()
    {
        var folder = Folder("//- /App/A.cs project:App\nclass Zebra { void M() { Zeb } }");
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Directory.Delete(folder.Path, recursive: true);
        await client.FilesChangedAsync((folder.PathOf("/App/A.cs"), 3), (folder.PathOf("/App/App.csproj"), 3));
        client.Log.Allow(_ => true);
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task StateFolderThatCannotBeWritten_IsSurvived()
    {
        var file = Hold(WireFolder.Create()).Write("state", "a file where the state folder should be");
        var at = await StartAtCursorAsync("class Zebra { void M() { Zeb$0 } }", new LaunchOptions { StateFolder = file });
        at.Client.Log.Allow(_ => true);
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task ClientThatAnswersNothing_IsServed()
    {
        var options = new LaunchOptions { Trusted = null };
        options.Answers.IsSilent = true;
        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nusing System.Security.Cryptography;\nclass Zebra { byte[] M(byte[] d) { Zeb$0; return MD5.HashData(d); } }", options);
        await at.FindingAsync("GB2002");
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
        Assert.That(await at.Client.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task ClientThatAnswersWithErrors_IsServed()
    {
        var options = new LaunchOptions { Trusted = null };
        foreach (var method in new[] { "client/registerCapability", "workspace/configuration", "window/workDoneProgress/create", "window/showMessageRequest", "workspace/diagnostic/refresh" })
        {
            options.Answers.On(method, _ => new ServerRequestAnswer.Error(-32603, "broken client"));
        }

        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass Zebra { void M() { Zeb$0 } }", options);
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task ClientThatAnswersNonsense_IsServed()
    {
        var options = new LaunchOptions { Trusted = null };
        foreach (var method in new[] { "client/registerCapability", "workspace/configuration", "window/workDoneProgress/create", "window/showMessageRequest" })
        {
            options.Answers.On(method, _ => new ServerRequestAnswer.Result(new JsonArray(7, "x", new JsonObject { ["title"] = 5 })));
        }

        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass Zebra { void M() { Zeb$0 } }", options);
        at.Client.Log.Allow(message => message.Params!.ToJsonString().Contains("setting", StringComparison.OrdinalIgnoreCase));
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }

    private async Task<(LspClient Client, ClientDocument Document)> OpenOwnAsync(string text)
    {
        var client = await StartAsync("//- /Start.cs\nclass Start { }");
        // A core that such a text ends is started anew; that it says so is right.
        client.Log.Allow(message => ((string?)message.Params?["message"] ?? "").Contains("restart", StringComparison.OrdinalIgnoreCase));
        return (client, await client.OpenAsync("Deep.cs", text));
    }
}
