using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Progress of a load, and what a change of a project brings anew.</summary>
public sealed class ReloadTests : WireTest
{
    private const string App = """
        //- /App/A.cs project:App
        class User { void M() { Zebra$0 } }
        //- /Lib/B.cs project:Lib
        public class ZebraLib { }
        """;

    [Test]
    public async Task Load_ShowsProgressFromBeginToEnd()
    {
        var client = await StartAsync(App);
        var begin = await client.WaitAsync("$/progress", "the load begins", Kind("begin"));
        var token = begin.Params!["token"]!.ToString();
        await client.WaitAsync("$/progress", "the load ends", parameters => Kind("end")(parameters) && parameters!["token"]!.ToString() == token);

        Assert.That((string?)begin.Params["value"]!["title"], Is.Not.Empty);
        Assert.That((bool?)begin.Params["value"]!["cancellable"], Is.True);
        var create = client.Log.FromServer("window/workDoneProgress/create").First(message => message.Params!["token"]!.ToString() == token);
        Assert.That(create.Sequence, Is.LessThan(begin.Sequence));
        var steps = client.Log.FromServer("$/progress").Where(message => message.Params!["token"]!.ToString() == token).ToArray();
        Assert.That((string?)steps[^1].Params!["value"]!["kind"], Is.EqualTo("end"));
        var percentages = steps.Select(step => (int?)step.Params!["value"]!["percentage"]).OfType<int>().ToArray();
        Assert.That(percentages, Is.Ordered.And.All.InRange(0, 100));
    }

    [Test]
    public async Task Load_ClientWithoutProgress_GetsNone()
    {
        var client = await StartAsync(App, new LaunchOptions { Profile = ClientProfile.Full.With("window.workDoneProgress", null) });
        await client.LoadedAsync();
        Assert.That(client.Log.FromServer("$/progress"), Is.Empty);
        Assert.That(client.Log.FromServer("window/workDoneProgress/create"), Is.Empty);
    }

    [Test]
    public async Task Load_CreateIsRefused_NothingIsReported()
    {
        var options = new LaunchOptions();
        options.Answers.On("window/workDoneProgress/create", _ => new ServerRequestAnswer.Error(-32603, "no"));
        var client = await StartAsync(App, options);
        await client.LoadedAsync();
        Assert.That(client.Log.FromServer("$/progress"), Is.Empty);
    }

    [Test]
    public async Task Load_Cancelled_EndsAndServesOn()
    {
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path], Trusted = true });
        client.Log.Allow(_ => true);
        var begin = await client.WaitAsync("$/progress", "the load begins", Kind("begin"));
        await client.NotifyAsync("window/workDoneProgress/cancel", new JsonObject { ["token"] = begin.Params!["token"]!.DeepClone() });
        await client.WaitAsync("$/progress", "it ends", parameters => Kind("end")(parameters) && JsonNode.DeepEquals(parameters!["token"], begin.Params["token"]));
        var document = await client.OpenAsync("Fresh.cs", "class Zebra { int striped; void M() { stri } }");
        Assert.That((await client.CompleteAsync(document, document.After("{ stri"))).Labels, Does.Contain("striped"));
    }

    [Test]
    public async Task CancelOfUnknownWork_IsIgnored()
    {
        var client = await StartAsync("class A { }");
        await client.NotifyAsync("window/workDoneProgress/cancel", new JsonObject { ["token"] = "nothing of ours" });
        Assert.That(await client.LoadedAsync(), Is.Not.Null);
    }

    [Test]
    public async Task ProjectChanged_ANewReferenceTakesEffect_WhatIsTypedStays()
    {
        var at = await StartAtCursorAsync(App);
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Not.Contain("ZebraLib"));

        await at.Client.TypeAsync(at.Document, 0, "class ZebraTyped { }\n");
        var project = at.Client.PathOf("/App/App.csproj");
        await File.WriteAllTextAsync(project, WireFolder.ProjectFile(["../Lib/Lib.csproj"]));
        await at.Client.FilesChangedAsync((project, 2));
        await at.Client.Deadline.UntilAsync("the new reference", async () => (await CompleteAsync(at)).Contains("ZebraLib"));
        Assert.That(await CompleteAsync(at), Does.Contain("ZebraTyped"));
    }

    [Test]
    public async Task ProjectChanged_OthersAreNotEvaluatedAgain()
    {
        // Each project counts its own evaluations: a target that always runs writes a line.
        const string Counting = """
            <Project Sdk="Microsoft.NET.Sdk" InitialTargets="Count">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Target Name="Count"><WriteLinesToFile File="$(MSBuildThisFileDirectory)count.txt" Lines="evaluated" Overwrite="false" /></Target>
            </Project>
            """;
        var folder = Folder("//- /App/A.cs\nclass A { }\n//- /Lib/B.cs\nclass B { }");
        var app = folder.Write("App/App.csproj", Counting);
        folder.Write("Lib/Lib.csproj", Counting);
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path], Trusted = true });
        await client.StatusAsync("both are evaluated", status => status.TierOf("App") == "evaluated" && status.TierOf("Lib") == "evaluated");
        await client.LoadedAsync();
        var (appBefore, libBefore) = (Count("App"), Count("Lib"));
        Assert.That(libBefore, Is.Positive);

        await File.WriteAllTextAsync(app, Counting.Replace("</PropertyGroup>", "<Nullable>enable</Nullable></PropertyGroup>", StringComparison.Ordinal));
        await client.FilesChangedAsync((app, 2));
        await client.Deadline.UntilAsync("the changed project is evaluated again", () => Task.FromResult(Count("App") > appBefore));
        await client.LoadedAsync();
        Assert.That(Count("Lib"), Is.EqualTo(libBefore));

        int Count(string project) => File.ReadLines(folder.PathOf($"{project}/count.txt")).Count();
    }

    [Test]
    public async Task DirectoryBuildPropsCreatedAndDeleted_TakesEffect()
    {
        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass User { void M() { Zebra$0 } }\nnamespace Zoo { class ZebraInZoo { } }", new LaunchOptions
        {
            Settings = new JsonObject { ["completion"] = new JsonObject { ["importCompletion"] = false } },
        });
        await at.Client.LoadedAsync();
        Assert.That(await CompleteAsync(at), Does.Not.Contain("ZebraInZoo"));

        var props = at.Client.PathOf("Directory.Build.props");
        await File.WriteAllTextAsync(props, """<Project><ItemGroup><Using Include="Zoo" /></ItemGroup></Project>""");
        await at.Client.FilesChangedAsync((props, 1));
        await at.Client.Deadline.UntilAsync("the using of Directory.Build.props", async () => (await CompleteAsync(at)).Contains("ZebraInZoo"));

        File.Delete(props);
        await at.Client.FilesChangedAsync((props, 3));
        await at.Client.Deadline.UntilAsync("the using is gone", async () => !(await CompleteAsync(at)).Contains("ZebraInZoo"));
    }

    [Test]
    public async Task SolutionCreated_ItsProjectsAreLoaded()
    {
        var folder = Folder("//- /A.cs\nclass A { }");
        var client = await StartAsync(new LaunchOptions { Folders = [folder.Path] });
        await client.LoadedAsync();
        var project = folder.Write("App/App.csproj", WireFolder.ProjectFile());
        var source = folder.Write("App/B.cs", "class B { }");
        var solution = folder.Write("App.slnx", """<Solution><Project Path="App/App.csproj" /></Solution>""");
        await client.FilesChangedAsync((project, 1), (source, 1), (solution, 1));
        await client.StatusAsync("the new solution's project", status => status.DocumentsOf("App") >= 1);
    }

    [Test]
    public async Task ProjectDeleted_ItsFilesAreLooseAgain()
    {
        var at = await StartAtCursorAsync("//- /App/A.cs project:App\nclass Zebra { void M() { Zebra$0 } }");
        await at.Client.LoadedAsync();
        var project = at.Client.PathOf("/App/App.csproj");
        File.Delete(project);
        await at.Client.FilesChangedAsync((project, 3));
        await at.Client.StatusAsync("the project is gone", status => status.TierOf("App") is null or "loose");
        Assert.That(await CompleteAsync(at), Does.Contain("Zebra"));
    }

    [Test]
    public async Task ReloadCommand_ReadsWhatNobodyTold()
    {
        var at = await StartAtCursorAsync(App);
        await at.Client.LoadedAsync();
        await File.WriteAllTextAsync(at.Client.PathOf("/App/App.csproj"), WireFolder.ProjectFile(["../Lib/Lib.csproj"]));
        await at.Client.ExecuteAsync("glassbox.reload");
        await at.Client.Deadline.UntilAsync("the new reference", async () => (await CompleteAsync(at)).Contains("ZebraLib"));
    }

    [Test]
    public async Task UnknownCommand_IsRefusedByName()
    {
        var client = await StartAsync("class A { }");
        var error = await client.ErrorAsync("workspace/executeCommand", new JsonObject { ["command"] = "glassbox.reloda", ["arguments"] = new JsonArray() });
        Assert.That(error.Text, Does.Contain("glassbox.reloda"));
    }

    private static Func<JsonNode?, bool> Kind(string kind) => parameters => (string?)parameters?["value"]?["kind"] == kind;

    private static async Task<IReadOnlyList<string>> CompleteAsync(Opened at) =>
        [.. (await at.Client.CompleteAsync(at.Document, at.Document.After("M() { Zebra"))).Labels];
}
