using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>The core dies or hangs: the face answers on, starts another, replays, and nothing typed is lost.</summary>
public sealed class CoreLossTests : WireTest
{
    // CompletionItemKind. Spec: LSP 3.18.
    private const int Field = 5;

    private const string Source = """
        using System.Security.Cryptography;

        class Zebra
        {
            public int Stripes;
            public byte[] Hash(byte[] data) => MD5.HashData(data);
        }

        class User
        {
            void M(Zebra zebra)
            {
                // here
            }
        }

        """;

    [TestCase(10)]
    [TestCase(50, Category = "Long")]
    public async Task KilledInTheMiddleOfTyping_NoEditIsLost_TheNextCompletionIsRight(int times)
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions { Deadline = TimeSpan.FromSeconds(30 + times * 6) });
        var cursor = document.Before("        // here");
        var core = (await client.StatusAsync()).CorePid();
        for (var i = 0; i < times; i++)
        {
            // Half of a statement, the blow, the other half: each keystroke its own message.
            var statement = $"        var before{i} = zebra.Stripes; var after{i} = zebra.Stri";
            for (var at = 0; at < statement.Length; at++)
            {
                if (at == statement.Length / 2) ProcessTree.Kill(core);
                cursor = await client.TypeAsync(document, cursor, statement[at].ToString());
            }

            var list = await client.CompleteAsync(document, cursor);
            Assert.That(list.Shown("Stri").Select(item => item.Label), Does.Contain("Stripes"), $"kill {i + 1}");
            Assert.That(list["Stripes"].Kind, Is.EqualTo(Field), $"kill {i + 1}: a word of the text is not the member");
            Assert.That(document.TextOf(list["Stripes"].Edit!["range"]!), Is.EqualTo("Stri"));
            cursor = await client.TypeAsync(document, cursor, "pes;\n");

            var next = (await client.StatusAsync("another core", status => status.CorePid() is var pid and not 0 && pid != core)).CorePid();
            core = next;
        }

        // Every edit is there: what was found before stands where the editor has it, and what was typed last is known.
        await ExpectFindingAsync(client, document);
        cursor = await client.TypeAsync(document, cursor, "        ");
        Assert.That((await client.CompleteAsync(document, cursor)).Labels, Does.Contain("after0").And.Contain($"after{times - 1}").And.Contain($"before{times - 1}"));
        Assert.That((await client.StatusAsync()).Restarts(), Is.EqualTo(times));
    }

    [Test]
    public async Task Killed_IsSaidOnce()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions());
        for (var i = 0; i < 3; i++) await KillAsync(client);
        await client.ShownMessageAsync("restart");
        await client.CompleteAsync(document, 0);
        Assert.That(client.Log.FromServer("window/showMessage"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Killed_TheFaceAnswersMeanwhile()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions());
        ProcessTree.Kill((await client.StatusAsync()).CorePid());
        Assert.That((await client.StatusAsync())["core"], Is.Not.Null);
        Assert.That((await client.ErrorAsync("textDocument/doesNotExist", new JsonObject())).Code, Is.EqualTo(LspErrorException.MethodNotFound));
        Assert.That((await client.CompleteAsync(document, document.Before("        // here"))).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task Killed_RequestsUnderWay_AreAnswered()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions());
        var core = (await client.StatusAsync()).CorePid();
        var waiting = new List<PendingRequest>();
        for (var i = 0; i < 10; i++) waiting.Add(await client.SendRequestAsync("textDocument/completion", LanguageRequests.CompletionParams(document, document.Before("        // here"))));
        ProcessTree.Kill(core);
        foreach (var request in waiting) Assert.That(CompletionResult.Read(await client.Deadline.WaitAsync(request.Result, "each answer")).Labels, Does.Contain("Zebra"));
    }

    [Test]
    public async Task Killed_SettingsFoldersAndDocumentsAreReplayed()
    {
        var settings = new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "information" } } };
        var (client, document) = await StartTypingAsync(new LaunchOptions { Settings = settings });
        var second = Folder("//- /Two/B.cs project:Two\nclass ZebraTwo { }");
        await client.ChangeFoldersAsync([second.Path], []);
        await client.StatusAsync("the added folder", status => status.ProjectNames().Contains("Two"));
        await client.TypeAsync(document, 0, "// typed\n");
        await KillAsync(client);

        await client.StatusAsync("the folders of before", status => status.Folders().Count == 2 && status.ProjectNames().Contains("Two"));
        var report = await client.DiagnosticsAsync(document, "the finding", found => found.Codes.Contains("GB2002"));
        Assert.That(report.Items[0].Severity, Is.EqualTo(3));
        await ExpectFindingAsync(client, document);
    }

    [Test]
    public async Task Killed_ClosedDocumentsStayClosed()
    {
        var (client, _) = await StartTypingAsync(new LaunchOptions());
        var closed = await client.OpenAsync("B.cs", "class ZebraClosed { }");
        await client.CloseAsync(closed);
        await KillAsync(client);
        var user = await client.OpenAsync("C.cs", "class C { Zebra }");
        var labels = (await client.CompleteAsync(user, user.After("{ Zebra"))).Labels;
        Assert.That(labels, Does.Contain("Zebra").And.Not.Contain("ZebraClosed"));
    }

    [Test]
    public async Task Killed_ActionsListedBefore_CanBeTakenAfter()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions());
        var finding = (await client.PullAsync(document)).Items[0];
        var fix = (await client.CodeActionsAsync(document, finding)).First(action => action is { IsPreferred: true, DisabledReason: null });
        await KillAsync(client);
        await client.TakeAsync(fix);
        Assert.That((await client.PullAsync(document)).Items, Is.Empty);
    }

    [Test]
    public async Task Killed_PushedFindingsComeAgainForTheNewText()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions { Profile = ClientProfile.Eglot });
        await KillAsync(client);
        await client.TypeAsync(document, 0, "\n");
        await client.PushedAsync(document, "the finding of the new version", found => found.Version == document.Version && found.Codes.Contains("GB2002"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "needs SIGSTOP")]
    public async Task Hangs_AnotherIsStarted()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions { Deadline = TimeSpan.FromSeconds(120) });
        var core = (await client.StatusAsync()).CorePid();
        await ProcessTree.StopAsync(core, client.Deadline.Token);
        var at = await client.TypeAsync(document, document.Before("        // here"), "        zebra.");
        await client.Deadline.UntilAsync("another core", () => Task.FromResult(ProcessTree.ChildrenOf(client.Process.Id).Any(id => id != core && ProcessTree.IsAlive(id))));
        await client.Deadline.UntilAsync("the hung core is ended", () => Task.FromResult(!ProcessTree.IsAlive(core)));
        Assert.That((await client.CompleteAsync(document, at, '.')).Labels, Does.Contain("Stripes"));
    }

    [Test]
    public async Task RestartCommand_StartsAnother()
    {
        var (client, document) = await StartTypingAsync(new LaunchOptions());
        var core = (await client.StatusAsync()).CorePid();
        await client.ExecuteAsync("glassbox.restartCore");
        await client.StatusAsync("another core", status => status.CorePid() is var pid and not 0 && pid != core);
        Assert.That((await client.CompleteAsync(document, document.Before("        // here"))).Labels, Does.Contain("Zebra"));
    }

    private async Task<(LspClient Client, ClientDocument Document)> StartTypingAsync(LaunchOptions options)
    {
        var client = await StartAsync("//- /A.cs\n" + Source, options);
        client.Log.Allow(message => ((string?)message.Params?["message"] ?? "").Contains("restart", StringComparison.OrdinalIgnoreCase));
        var document = await client.OpenAsync("A.cs");
        await client.DiagnosticsAsync(document, "the finding", report => report.Codes.Contains("GB2002"));
        await client.LoadedAsync();
        return (client, document);
    }

    private static async Task KillAsync(LspClient client)
    {
        var core = (await client.StatusAsync("a core", status => status.CorePid() > 0)).CorePid();
        ProcessTree.Kill(core);
        await client.StatusAsync("another core", status => status.CorePid() is > 0 and var pid && pid != core);
    }

    private static async Task ExpectFindingAsync(LspClient client, ClientDocument document)
    {
        var report = await client.PullAsync(document);
        Assert.That(report.Items.Where(item => item.Code == "GB2002").Select(item => document.TextOf(item.Range)), Is.Not.Empty.And.All.StartsWith("MD5"));
    }
}
