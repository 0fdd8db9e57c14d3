using System.Diagnostics;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>From <c>initialize</c> to <c>exit</c>, and every other way to end.</summary>
public sealed class LifecycleTests : WireTest
{
    // What a server may send before it has answered initialize. Spec: LSP 3.18, Initialize Request.
    private static readonly string[] AllowedBeforeInitialized =
        ["window/showMessage", "window/logMessage", "telemetry/event", "window/showMessageRequest", "$/progress"];

    [Test]
    public async Task Initialize_NamesServerAndVersion()
    {
        var client = await StartAsync(new LaunchOptions());
        Assert.That((string?)client.InitializeResult["serverInfo"]?["name"], Is.EqualTo("Glassbox"));
        Assert.That((string?)client.InitializeResult["serverInfo"]?["version"], Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public async Task Initialize_NothingElseIsSentBeforeTheAnswer()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        await client.LoadedAsync();
        var early = client.Log.All.Where(message => message.FromServer).TakeWhile(message => message.Json["id"]?.ToString() != "1");
        Assert.That(early.Select(message => message.Method), Is.SubsetOf(AllowedBeforeInitialized));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "needs a FIFO")]
    public async Task Initialize_WorkspaceThatBlocksItsReader_IsAnswered()
    {
        var folder = Hold(WireFolder.Create());
        await RunAsync("mkfifo", folder.PathOf("Blocked.csproj"));
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        Assert.That(client.Capabilities, Is.Not.Empty);
        Assert.That(await client.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task Shutdown_ThenExit_EndsWithZero()
    {
        var client = await StartAsync(new LaunchOptions());
        Assert.That(await client.RequestAsync("shutdown", null), Is.Null);
        await client.NotifyAsync("exit", null);
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.Zero);
    }

    [Test]
    public async Task Exit_WithoutShutdown_EndsWithOne()
    {
        var client = await StartAsync(new LaunchOptions());
        await client.NotifyAsync("exit", null);
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.EqualTo(1));
    }

    [Test]
    public async Task Exit_BeforeInitialize_EndsWithOne()
    {
        var client = await LaunchAsync();
        await client.NotifyAsync("exit", null);
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.EqualTo(1));
    }

    [Test]
    public async Task Exit_TheCoreEndsToo()
    {
        var client = await StartAsync(new LaunchOptions());
        var core = await client.Process.CoreAsync(client.Deadline);
        await client.EndAsync();
        await GoneAsync(client, core);
    }

    [Test]
    public async Task RequestBeforeInitialize_ServerNotInitialized()
    {
        var client = await LaunchAsync();
        var error = await client.ErrorAsync("textDocument/hover", new JsonObject());
        Assert.That(error.Code, Is.EqualTo(LspErrorException.ServerNotInitialized));
        await client.InitializeAsync();
    }

    [Test]
    public async Task ShutdownBeforeInitialize_ServerNotInitialized()
    {
        var client = await LaunchAsync();
        Assert.That((await client.ErrorAsync("shutdown", null)).Code, Is.EqualTo(LspErrorException.ServerNotInitialized));
        await client.InitializeAsync();
    }

    [Test]
    public async Task NotificationBeforeInitialize_IsDropped()
    {
        var client = await LaunchAsync();
        await client.NotifyAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = "untitled:early", ["languageId"] = "csharp", ["version"] = 1, ["text"] = "class Early { }" },
        });
        await client.InitializeAsync();
        Assert.That((string?)client.InitializeResult["serverInfo"]?["name"], Is.EqualTo("Glassbox"));
    }

    [Test]
    public async Task Initialize_SecondTime_IsRefused()
    {
        var client = await StartAsync(new LaunchOptions());
        Assert.That((await client.ErrorAsync("initialize", client.InitializeParams())).Code, Is.EqualTo(LspErrorException.InvalidRequest));
    }

    [TestCase("textDocument/completion")]
    [TestCase("glassbox/status")]
    [TestCase("shutdown")]
    public async Task RequestAfterShutdown_InvalidRequest(string method)
    {
        var client = await StartAsync(new LaunchOptions());
        await client.RequestAsync("shutdown", null);
        var error = await client.ErrorAsync(method, method == "shutdown" ? null : new JsonObject());
        Assert.That(error.Code, Is.EqualTo(LspErrorException.InvalidRequest));
        await client.NotifyAsync("exit", null);
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.Zero);
    }

    [Test]
    public async Task NotificationAfterShutdown_IsIgnored()
    {
        var client = await StartAsync(new LaunchOptions());
        await client.RequestAsync("shutdown", null);
        await client.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });
        await client.NotifyAsync("exit", null);
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.Zero);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "needs sleep(1)")]
    public async Task ParentProcessDies_ServerAndCoreEnd()
    {
        using var parent = Process.Start("sleep", "600");
        var client = await StartAsync(new LaunchOptions { ParentProcess = parent.Id });
        var core = await client.Process.CoreAsync(client.Deadline);
        parent.Kill();
        await client.Process.ExitAsync(client.Deadline);
        await GoneAsync(client, core);
    }

    [Test]
    public async Task ParentProcessUnknown_ServerStays()
    {
        var client = await StartAsync(new LaunchOptions { ParentProcess = 0 });
        await client.LoadedAsync();
        Assert.That(client.Process.HasExited, Is.False);
    }

    [Test]
    public async Task InputCloses_ServerAndCoreEnd()
    {
        var client = await StartAsync(new LaunchOptions());
        var core = await client.Process.CoreAsync(client.Deadline);
        client.CutConnection();
        await client.Process.ExitAsync(client.Deadline);
        await GoneAsync(client, core);
    }

    [Test]
    public async Task InputClosesBeforeInitialize_ServerEnds()
    {
        var client = await LaunchAsync();
        client.CutConnection();
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.EqualTo(1));
    }

    [Test]
    public async Task FaceIsKilled_TheCoreEndsToo()
    {
        var client = await StartAsync(new LaunchOptions());
        var core = await client.Process.CoreAsync(client.Deadline);
        ProcessTree.Kill(client.Process.Id);
        await GoneAsync(client, core);
    }

    [Test]
    public async Task UnknownRequest_MethodNotFound([Values("textDocument/doesNotExist", "$/doesNotExist", "glassbox/doesNotExist")] string method)
    {
        var client = await StartAsync(new LaunchOptions());
        Assert.That((await client.ErrorAsync(method, new JsonObject())).Code, Is.EqualTo(LspErrorException.MethodNotFound));
    }

    [Test]
    public async Task UnknownNotification_IsIgnored([Values("textDocument/didDream", "$/didDream")] string method)
    {
        var client = await StartAsync(new LaunchOptions());
        await client.NotifyAsync(method, new JsonObject { ["x"] = 1 });
        Assert.That(await client.StatusAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Trace_SetToVerbose_TracesUntilItIsSetOff()
    {
        var client = await StartAsync(new LaunchOptions { Trace = "off" });
        await client.LoadedAsync();
        Assert.That(client.Log.FromServer("$/logTrace"), Is.Empty);

        var document = await client.OpenUriAsync("untitled:Trace.cs", "class A { }", languageId: "csharp");
        await client.NotifyAsync("$/setTrace", new JsonObject { ["value"] = "verbose" });
        await client.CompleteAsync(document, 0);
        var trace = await client.WaitAsync("$/logTrace", "a trace of the completion");
        Assert.That((string?)trace.Params?["message"], Is.Not.Empty);

        await client.NotifyAsync("$/setTrace", new JsonObject { ["value"] = "off" });
        await client.StatusAsync();
        var mark = client.Log.Mark;
        await client.CompleteAsync(document, 0);
        await client.StatusAsync();
        Assert.That(client.Log.FromServer("$/logTrace", mark), Is.Empty);
    }

    [Test]
    public async Task LogMessage_TellsOfTheLoad()
    {
        var client = await StartAsync("//- /App/A.cs project:App\nclass A { }");
        var message = await client.WaitAsync("window/logMessage", "what was loaded");
        Assert.That((int?)message.Params?["type"], Is.InRange(1, 5));
        Assert.That((string?)message.Params?["message"], Is.Not.Empty);
    }

    [TestCase(WireTransport.Default)]
    [TestCase(WireTransport.Stdio)]
    [TestCase(WireTransport.Pipe)]
    [TestCase(WireTransport.Socket)]
    public async Task Transport_CarriesASession(WireTransport transport)
    {
        var at = await StartAtCursorAsync("class Zebra { void M() { Zeb$0 } }", new LaunchOptions { Transport = transport });
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
        Assert.That(await at.Client.EndAsync(), Is.Zero);
    }

    [TestCase(WireTransport.Pipe)]
    [TestCase(WireTransport.Socket)]
    public async Task Transport_ClientGoesAway_ServerAndCoreEnd(WireTransport transport)
    {
        var client = await StartAsync(new LaunchOptions { Transport = transport });
        var core = await client.Process.CoreAsync(client.Deadline);
        client.CutConnection();
        await client.Process.ExitAsync(client.Deadline);
        await GoneAsync(client, core);
    }

    [Test]
    public async Task Arguments_UnknownOption_IsNamedOnStandardError()
    {
        var client = await LaunchAsync(new LaunchOptions { Arguments = ["--doesNotExist"] });
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.Not.Zero);
        Assert.That(client.Process.StandardError, Does.Contain("--doesNotExist"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "a socket file")]
    public async Task Arguments_PipeThatNobodyListensOn_IsNamedOnStandardError()
    {
        var nowhere = Hold(WireFolder.Create()).PathOf("nobody.sock");
        var client = await LaunchAsync(new LaunchOptions { Transport = WireTransport.Default, Arguments = ["--pipe", nowhere] });
        Assert.That(await client.Process.ExitAsync(client.Deadline), Is.Not.Zero);
        Assert.That(client.Process.StandardError, Does.Contain("nobody.sock"));
    }

    [TestCase("rootUri")]
    [TestCase("rootPath")]
    public async Task OldClient_NamesItsFolderOtherwise_FolderIsLoaded(string member)
    {
        var folder = Folder("//- /A.cs\nclass Zebra { }");
        var client = await StartAsync(new LaunchOptions
        {
            Folders = [folder.Path],
            ChangeInitialize = parameters =>
            {
                parameters.Remove("workspaceFolders");
                parameters.Remove("rootUri");
                parameters[member] = member == "rootUri" ? LspClient.UriOf(folder.Path) : folder.Path;
            },
        });
        var status = await client.LoadedAsync();
        Assert.That(status.Folders().Select(item => (string?)item["path"]), Has.Some.Contains(Path.GetFileName(folder.Path)));
    }

    [Test]
    public async Task NoFolder_ADocumentIsServed()
    {
        var client = await StartAsync(new LaunchOptions());
        var document = await client.OpenUriAsync("untitled:Untitled-1", "class Zebra { void M() { Zeb } }", languageId: "csharp");
        await client.LoadedAsync();
        Assert.That((await client.CompleteAsync(document, document.After("M() { Zeb"))).Labels, Does.Contain("Zebra"));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, program);
    }

    private static Task GoneAsync(LspClient client, int core) =>
        client.Deadline.UntilAsync("the core has ended", () => Task.FromResult(!ProcessTree.IsAlive(core)));
}
