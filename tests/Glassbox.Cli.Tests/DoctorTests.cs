using System.Text.Json.Nodes;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Models;
using Glassbox.Contracts.Processes;

namespace Glassbox.Cli.Tests;

internal sealed class DoctorTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp()
    {
        cli = new Support.Cli();
        cli.Processes.Answers["dotnet"] = FakeProcesses.Says("9.0.301 [/usr/share/dotnet/sdk]\n10.0.400 [/usr/share/dotnet/sdk]\n");
        cli.Processes.Answers["git"] = FakeProcesses.Says("git version 2.53.0\n");
        cli.Processes.Answers["nvim"] = FakeProcesses.Says("NVIM v0.11.2\nBuild type: Release\n");
    }

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task EverythingThere_EndsWithZero()
    {
        Assert.That(await cli.RunAsync("doctor"), Is.Zero);

        var lines = cli.Scrub(cli.Output).Split('\n');
        Assert.That(lines[0], Does.StartWith("Glassbox 1.2.3, .NET "));
        Assert.That(string.Join('\n', lines[1..]), Is.EqualTo(
            """
            ok      .NET SDK       9.0.301, 10.0.400
            ok      git            git version 2.53.0
            ok      State folder   STATE
            ok      Ledger         Intact: there are no records yet.
            -       Model          None is configured; nothing needs one.
                                   To use one, write its `endpoint`, `model` and `keyVariable` into /home/me/models.json.
            ok      Neovim         NVIM v0.11.2
            -       Other editors  not on the PATH: VS Code, Rider, Emacs, Helix, Zed

            """));
    }

    [Test]
    public async Task NoSdk_IsAnErrorWithAdvice()
    {
        cli.Processes.Answers.Remove("dotnet");

        Assert.That(await cli.RunAsync("doctor"), Is.EqualTo(1));
        Assert.That(cli.Output, Does.Contain("error   .NET SDK").And.Contain("`dotnet` is not on the PATH.").And.Contain("Install the .NET SDK from"));
    }

    [Test]
    public async Task RuntimeWithoutSdk_IsTold()
    {
        cli.Processes.Answers["dotnet"] = FakeProcesses.Says("");

        Assert.That(await cli.RunAsync("doctor"), Is.EqualTo(1));
        Assert.That(cli.Output, Does.Contain("`dotnet` is there, but no SDK."));
    }

    [Test]
    public async Task HungGit_IsAWarning()
    {
        cli.Processes.Answers["git"] = new ProcessResult(ProcessOutcome.TimedOut, null, "", "", false, TimeSpan.FromSeconds(10), null);

        Assert.That(await cli.RunAsync("doctor"), Is.Zero);
        Assert.That(cli.Output, Does.Contain("warning git").And.Contain("It did not answer in time."));
    }

    [Test]
    public async Task OldNeovim_IsAWarning()
    {
        cli.Processes.Answers["nvim"] = FakeProcesses.Says("NVIM v0.9.5-dev\n");

        await cli.RunAsync("doctor");
        Assert.That(cli.Output, Does.Contain("warning Neovim").And.Contain("Version 0.11 or later is needed"));
    }

    [Test]
    public async Task NoEditor_IsAWarning()
    {
        cli.Processes.Answers.Remove("nvim");

        await cli.RunAsync("doctor");
        Assert.That(cli.Output, Does.Contain("None on the PATH of VS Code, Neovim, Rider, Emacs, Helix, Zed.").And.Contain("glassbox lsp"));
    }

    [Test]
    public async Task BrokenLedger_IsAnError()
    {
        cli.Folder.Write("A.cs", "class A;\n");
        await cli.RunAsync("check", ".");
        var file = cli.State.At("ledger.jsonl");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"documents\":1", "\"documents\":2"));

        Assert.That(await cli.RunAsync("doctor"), Is.EqualTo(1));
        Assert.That(cli.Output, Does.Contain("error   Ledger").And.Contain("Record 1 (line 1) was changed."));
    }

    [Test]
    public async Task ModelSettings_AreJudged()
    {
        cli.Model = new ModelConfiguration("/home/me/models.json", null,
            [new ModelProblem(ModelProblemKind.UnknownSetting, "modle", "model"), new ModelProblem(ModelProblemKind.VariableNotSet, "keyVariable", "MY_KEY")]);
        Assert.That(await cli.RunAsync("doctor"), Is.EqualTo(1));
        Assert.That(cli.Output, Does.Contain("There is no setting `modle`; did you mean `model`? The environment variable MY_KEY, named by `keyVariable`, is not set."));

        cli.Model = new ModelConfiguration("/home/me/models.json", new ModelEndpoint(new Uri("https://models.example/v1"), "large-1", "MY_KEY"), []);
        Assert.That(await cli.RunAsync("doctor"), Is.Zero);
        Assert.That(cli.Output, Does.Contain("ok      Model          large-1 at models.example"));
    }

    [Test]
    public async Task Json_SaysTheSame()
    {
        await cli.RunAsync("doctor", "--format", "json");

        var document = JsonNode.Parse(cli.Output)!;
        Assert.That((string?)document["version"], Is.EqualTo("1.2.3"));
        Assert.That(document["entries"]!.AsArray().Select(entry => $"{entry!["name"]}: {entry["status"]}"), Is.EqualTo(new[]
        {
            ".NET SDK: good", "git: good", "State folder: good", "Ledger: good", "Model: absent", "Neovim: good", "Other editors: absent",
        }));
    }
}
