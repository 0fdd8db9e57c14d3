using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Loading a project runs its build logic, so nothing of it runs before the user said that it may.</summary>
public sealed class TrustTests : WireTest
{
    private const string Yes = "Trust";
    private const string No = "Do not trust";

    // Both ways by which mere loading runs what a repository holds: targets that always run, and targets hooked to a step.
    private const string Planted = """
        <Project Sdk="Microsoft.NET.Sdk" InitialTargets="PlantFirst">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <Target Name="PlantFirst">
            <WriteLinesToFile File="$(MSBuildThisFileDirectory)planted.txt" Lines="first" />
          </Target>
          <Target Name="PlantBefore" BeforeTargets="CoreCompile;ResolveReferences;Compile;BeforeBuild">
            <WriteLinesToFile File="$(MSBuildThisFileDirectory)planted.txt" Lines="before" />
          </Target>
        </Project>
        """;

    [Test]
    public async Task Untrusted_NothingRuns_TheProjectIsReadAsData()
    {
        var folder = PlantedFolder();
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Trusted = false });
        var status = await client.LoadedAsync();
        Assert.That(status.TierOf("App"), Is.EqualTo("data"));
        Assert.That(status.IsTrusted(), Is.False);
        Assert.That(client.Log.FromServer("window/showMessageRequest"), Is.Empty);
        ExpectPlanted(folder, false);
    }

    [Test]
    public async Task TrustedAtStart_IsEvaluated()
    {
        var folder = PlantedFolder();
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Trusted = true });
        var status = await EvaluatedAsync(client);
        Assert.That(status.IsTrusted(), Is.True);
        Assert.That(client.Log.FromServer("window/showMessageRequest"), Is.Empty);
        // The trap works: what was not written without trust would have been.
        ExpectPlanted(folder, true);
    }

    [Test]
    public async Task TrustOption_IsEvaluated()
    {
        var folder = PlantedFolder();
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Trusted = null, Arguments = ["--trust"] });
        await EvaluatedAsync(client);
        Assert.That(client.Log.FromServer("window/showMessageRequest"), Is.Empty);
    }

    [Test]
    public async Task Undecided_IsAskedOnce_NothingRunsBeforeTheAnswer()
    {
        var folder = PlantedFolder();
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new LaunchOptions { Folders = [folder.Path], Trusted = null };
        var client = await StartAsync(options with { Answers = Asking(answer.Task) });
        var question = await client.WaitAsync("window/showMessageRequest", "the question of trust");
        Assert.That(question.Params!["actions"]!.AsArray().Select(action => (string)action!["title"]!), Is.EqualTo(new[] { Yes, No }));
        Assert.That((string)question.Params["message"]!, Does.Contain(Path.GetFileName(folder.Path)));
        Assert.That((await client.StatusAsync("the data tier", status => status.TierOf("App") is not null)).TierOf("App"), Is.EqualTo("data"));
        ExpectPlanted(folder, false);

        answer.SetResult(Yes);
        await EvaluatedAsync(client);
        ExpectPlanted(folder, true);
        Assert.That(client.Log.FromServer("window/showMessageRequest"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Trusted_IsRemembered()
    {
        var folder = PlantedFolder();
        var state = Hold(WireFolder.Create("state"));
        var first = await StartAsync(Choosing(folder, state, Yes));
        await EvaluatedAsync(first);
        await first.EndAsync();

        var second = await StartAsync(Choosing(folder, state, null));
        await EvaluatedAsync(second);
        Assert.That(second.Log.FromServer("window/showMessageRequest"), Is.Empty);
    }

    [Test]
    public async Task NotTrusted_IsRemembered()
    {
        var folder = PlantedFolder();
        var state = Hold(WireFolder.Create("state"));
        var first = await StartAsync(Choosing(folder, state, No));
        await first.WaitAsync("window/showMessageRequest", "the question of trust");
        await first.StatusAsync("the decision", status => status.IsTrusted() == false);
        await first.LoadedAsync();
        await first.EndAsync();

        var second = await StartAsync(Choosing(folder, state, Yes));
        await second.LoadedAsync();
        Assert.That(second.Log.FromServer("window/showMessageRequest"), Is.Empty);
        ExpectPlanted(folder, false);
    }

    [Test]
    public async Task Dismissed_NothingRuns_AndIsAskedAgainNextTime()
    {
        var folder = PlantedFolder();
        var state = Hold(WireFolder.Create("state"));
        var first = await StartAsync(Choosing(folder, state, null));
        await first.WaitAsync("window/showMessageRequest", "the question of trust");
        Assert.That((await first.LoadedAsync()).TierOf("App"), Is.EqualTo("data"));
        await first.EndAsync();
        ExpectPlanted(folder, false);

        var second = await StartAsync(Choosing(folder, state, Yes));
        await second.WaitAsync("window/showMessageRequest", "the question of trust");
        await EvaluatedAsync(second);
    }

    [Test]
    public async Task NotAnswered_TheFirstTierServes_AndSaysWhatItLacks()
    {
        var folder = PlantedFolder();
        var options = new LaunchOptions { Folders = [folder.Path], Trusted = null };
        options.Answers.On("window/showMessageRequest", _ => new ServerRequestAnswer.Silence());
        var client = await StartAsync(options);
        await client.WaitAsync("window/showMessageRequest", "the question of trust");
        var status = await client.StatusAsync("the data tier", found => found.TierOf("App") == "data");
        Assert.That(status.IsTrusted(), Is.Not.True);

        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("Zebra"));
        var told = client.Log.FromServer("window/logMessage").Concat(client.Log.FromServer("window/showMessage")).Concat(client.Log.FromServer("window/showMessageRequest"));
        Assert.That(told.Select(message => (string?)message.Params!["message"]), Has.Some.Contains("trust").IgnoreCase);
        ExpectPlanted(folder, false);
    }

    [Test]
    public async Task MinimalClient_GetsTheFirstTierOrAQuestion_NothingRuns()
    {
        var folder = PlantedFolder();
        var options = new LaunchOptions { Folders = [folder.Path], Trusted = null, Profile = ClientProfile.Minimal };
        options.Answers.IsSilent = true;
        var client = await StartAsync(options);
        await client.StatusAsync("the data tier", found => found.TierOf("App") == "data");
        ExpectPlanted(folder, false);
    }

    [Test]
    public async Task NoProject_NothingIsAsked()
    {
        var client = await StartAsync("//- /A.cs\nclass A { }", new LaunchOptions { Trusted = null });
        await client.LoadedAsync();
        Assert.That(client.Log.FromServer("window/showMessageRequest"), Is.Empty);
    }

    [Test]
    public async Task TrustCommand_IsEvaluatedAndRemembered()
    {
        var folder = PlantedFolder();
        var state = Hold(WireFolder.Create("state"));
        var client = await StartAsync(Choosing(folder, state, null));
        await client.WaitAsync("window/showMessageRequest", "the question of trust");
        await client.ExecuteAsync("glassbox.trust");
        await EvaluatedAsync(client);
        await client.EndAsync();

        var second = await StartAsync(Choosing(folder, state, null));
        await EvaluatedAsync(second);
    }

    [Test]
    public async Task TwoFolders_EachIsAskedFor()
    {
        var (first, second) = (PlantedFolder(), PlantedFolder());
        var options = new LaunchOptions { Folders = [first.Path, second.Path], Trusted = null };
        options.Answers.ChooseAction = (message, _) => message.Contains(Path.GetFileName(first.Path), StringComparison.Ordinal) ? Yes : No;
        var client = await StartAsync(options);
        await client.Deadline.UntilAsync("both questions", () => Task.FromResult(client.Log.FromServer("window/showMessageRequest").Count == 2));
        await client.Deadline.UntilAsync("the trusted folder is evaluated", () => Task.FromResult(File.Exists(first.PathOf("/App/planted.txt"))));
        await client.LoadedAsync();
        ExpectPlanted(second, false);
    }

    [TestCase(".vscode/settings.json", "{ \"glassbox.trusted\": true, \"glassbox.workspace.trusted\": true }")]
    [TestCase("glassbox.json", "{ \"trusted\": true }")]
    [TestCase(".glassbox/trust.json", "{ \"trusted\": true }")]
    public async Task TheRepositoryItself_CannotGrantTrust(string file, string text)
    {
        var folder = PlantedFolder();
        folder.Write(file, text);
        var client = await StartAsync(Choosing(folder, Hold(WireFolder.Create("state")), null));
        await client.WaitAsync("window/showMessageRequest", "the question of trust");
        await client.LoadedAsync();
        ExpectPlanted(folder, false);
    }

    [Test]
    public async Task EvaluationEnds_WhatIsTypedMeanwhileStays()
    {
        var folder = PlantedFolder();
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Trusted = true });
        var document = await client.OpenAsync("/App/A.cs");
        await client.TypeAsync(document, 0, "class ZebraTyped { }\n");
        await EvaluatedAsync(client);
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels, Does.Contain("ZebraTyped").And.Contain("Zebra"));
    }

    private static LaunchOptions Choosing(WireFolder folder, WireFolder state, string? action) => new()
    {
        Folders = [folder.Path],
        StateFolder = state.Path,
        Trusted = null,
        Answers = new ServerRequests { ChooseAction = (_, _) => action },
    };

    private static ServerRequests Asking(Task<string?> answer)
    {
        var requests = new ServerRequests();
        return requests.OnAsync("window/showMessageRequest", async _ => await answer is { } title
            ? new ServerRequestAnswer.Result(new System.Text.Json.Nodes.JsonObject { ["title"] = title })
            : ServerRequestAnswer.Null);
    }

    private static Task<System.Text.Json.Nodes.JsonObject> EvaluatedAsync(LspClient client) =>
        client.StatusAsync("MSBuild has evaluated the project", status => status.TierOf("App") == "evaluated");

    private static void ExpectPlanted(WireFolder folder, bool expected) => Assert.That(File.Exists(folder.PathOf("/App/planted.txt")), Is.EqualTo(expected));

    private WireFolder PlantedFolder()
    {
        var folder = Folder("//- /App/A.cs\nclass Zebra { void M() { Zeb } }");
        folder.Write("App/App.csproj", Planted);
        return folder;
    }
}
