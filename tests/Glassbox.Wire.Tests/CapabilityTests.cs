using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>What is announced to whom: at once where the client cannot register, registered where it can, never both.</summary>
public sealed class CapabilityTests : WireTest
{
    private static readonly (string Method, string Client, string Server)[] Features =
    [
        ("textDocument/completion", "completion", "completionProvider"),
        ("textDocument/inlineCompletion", "inlineCompletion", "inlineCompletionProvider"),
        ("textDocument/diagnostic", "diagnostic", "diagnosticProvider"),
        ("textDocument/codeAction", "codeAction", "codeActionProvider"),
        ("textDocument/hover", "hover", "hoverProvider"),
    ];

    private static ClientProfile[] Profiles => [ClientProfile.Full, ClientProfile.Minimal, ClientProfile.Eglot, ClientProfile.Neovim, ClientProfile.VsCode];

    [TestCaseSource(nameof(Profiles))]
    public async Task EachFeature_IsAnnouncedOnceAndAsTheClientCan(ClientProfile profile)
    {
        var client = await StartAsync(new LaunchOptions { Profile = profile });
        await client.LoadedAsync();
        foreach (var (method, name, server) in Features)
        {
            var capability = profile.Capabilities["textDocument"]?[name];
            var isDynamic = (bool?)capability?["dynamicRegistration"] ?? false;
            // Older than LSP 3.17, a feature is announced to any client; a newer one only to who knows it.
            var isWanted = capability is not null || name is not ("inlineCompletion" or "diagnostic");
            if (isDynamic) await client.Deadline.UntilAsync($"{method} is registered", () => Task.FromResult(client.Answers.RegisteredMethods.Contains(method)));
            Assert.That(client.Answers.RegisteredMethods.Count(item => item == method), Is.EqualTo(isWanted && isDynamic ? 1 : 0), method);
            Assert.That(IsAnnounced(client.Capabilities[server]), Is.EqualTo(isWanted && !isDynamic), server);
        }
    }

    [Test]
    public async Task MinimalClient_IsAskedForNothingItDidNotAnnounce()
    {
        var client = await StartAsync("class A { }", new LaunchOptions { Profile = ClientProfile.Minimal });
        await client.LoadedAsync();
        Assert.That(client.Log.All.Where(message => message is { FromServer: true, IsRequest: true }).Select(message => message.Method), Is.Empty);
    }

    [Test]
    public async Task Synchronization_IsIncrementalWithSave()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Minimal });
        var sync = client.Capabilities["textDocumentSync"]!;
        Assert.That((bool?)sync["openClose"], Is.True);
        Assert.That((int?)sync["change"], Is.EqualTo(2));
        Assert.That(sync["save"], Is.Not.Null);
    }

    [Test]
    public async Task Completion_AnnouncesTriggerAndResolve()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Minimal });
        var completion = client.Capabilities["completionProvider"]!;
        Assert.That(completion["triggerCharacters"]!.AsArray().Select(item => (string)item!), Does.Contain("."));
        Assert.That((bool?)completion["resolveProvider"], Is.True);
    }

    [Test]
    public async Task Diagnostics_PullOptions()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Neovim });
        var provider = client.Capabilities["diagnosticProvider"]!;
        Assert.That((string?)provider["identifier"], Is.EqualTo("glassbox"));
        Assert.That((bool?)provider["interFileDependencies"], Is.True);
        Assert.That((bool?)provider["workspaceDiagnostics"], Is.True);
    }

    [Test]
    public async Task CodeActions_AnnounceKindsAndResolve()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Eglot });
        var provider = client.Capabilities["codeActionProvider"]!;
        Assert.That(provider["codeActionKinds"]!.AsArray().Select(item => (string)item!), Is.SupersetOf(new[] { "quickfix", "refactor.rewrite", "source.fixAll.glassbox" }));
        Assert.That((bool?)provider["resolveProvider"], Is.True);
    }

    [Test]
    public async Task Commands_AreAnnounced()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Minimal });
        Assert.That(
            client.Capabilities["executeCommandProvider"]!["commands"]!.AsArray().Select(item => (string)item!),
            Is.SupersetOf(new[] { "glassbox.reload", "glassbox.restartCore", "glassbox.trust" }));
    }

    [Test]
    public async Task WorkspaceFolders_AreAnnounced()
    {
        var client = await StartAsync(new LaunchOptions());
        var folders = client.Capabilities["workspace"]?["workspaceFolders"];
        Assert.That((bool?)folders?["supported"], Is.True);
        Assert.That(folders?["changeNotifications"], Is.Not.Null);
    }

    [Test]
    public async Task WatchedFiles_AreRegisteredWithPatternsForSourcesAndProjects()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Eglot });
        await client.Deadline.UntilAsync("watchers", () => Task.FromResult(client.Answers.RegisteredMethods.Contains("workspace/didChangeWatchedFiles")));
        var registration = client.Answers.Registrations.Single(item => (string?)item["method"] == "workspace/didChangeWatchedFiles");
        var patterns = string.Join(' ', registration["registerOptions"]!["watchers"]!.AsArray().Select(item => item!["globPattern"]!.ToString()));
        foreach (var part in new[] { "cs", "csproj", "sln", "props", "project.assets.json" }) Assert.That(patterns, Does.Contain(part));
    }

    [Test]
    public async Task WatchedFiles_ClientCannotRegister_NothingIsRegistered()
    {
        var client = await StartAsync(new LaunchOptions { Profile = ClientProfile.Neovim });
        await client.LoadedAsync();
        Assert.That(client.Answers.RegisteredMethods, Does.Not.Contain("workspace/didChangeWatchedFiles"));
    }

    [Test]
    public async Task Registration_ClientRefuses_TheRestWorks()
    {
        var options = new LaunchOptions();
        options.Answers.On("client/registerCapability", _ => new ServerRequestAnswer.Error(-32603, "no"));
        var at = await StartAtCursorAsync("class Zebra { void M() { Zeb$0 } }", options);
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }

    private static bool IsAnnounced(JsonNode? provider) => provider is not null && provider.ToJsonString() != "false";
}
