using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Tests;

internal sealed class CheckOptionTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp()
    {
        cli = new Support.Cli();
        cli.Folder.Write("src/App/App.csproj", "<Project />");
        cli.Folder.Write("src/App/Sub/A.cs", "SQL(id) MD5 VOID LEAK\n");
        cli.Folder.Write("src/App/B.cs", "MD5\n");
        cli.Folder.Write("Shop.sln", "");
    }

    [TearDown]
    public void TearDown() => cli.Dispose();

    [TestCase("GB1001", "GB1001")]
    [TestCase("GB2", "GB2001 GB2002")]
    [TestCase("GB2…", "GB2001 GB2002")]
    [TestCase("gb20*", "GB2001 GB2002")]
    [TestCase("GB1001,GB4001", "GB1001 GB4001")]
    [TestCase("WeakHash", "GB2001")]
    [TestCase("*", "GB1001 GB2001 GB2002 GB4001")]
    public async Task Rules_ReachTheCoreAsSettings(string pattern, string expected)
    {
        await cli.RunAsync("check", ".", "--rules", pattern);

        var off = cli.Core!.Options!.Settings.Analysis.Rules.Where(rule => rule.Value == Severity.None).Select(rule => rule.Key);
        Assert.That(ScriptedCore.Rules.Select(rule => rule.Id).Except(off), Is.EqualTo(expected.Split(' ')));
    }

    [TestCase("GB1002", "glassbox: There is no rule GB1002. Did you mean GB1001 (SqlInjection)?\n")]
    [TestCase("WeekHash", "glassbox: There is no rule WeekHash. Did you mean GB2001 (WeakHash)?\n")]
    [TestCase("Zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "glassbox: There is no rule Zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz.\n")]
    public async Task UnknownRule_IsNamedWithTheNearest(string pattern, string message)
    {
        Assert.That(await cli.RunAsync("check", ".", "--rules", pattern), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo(message));
        Assert.That(cli.Core!.IsDisposed);
    }

    [TestCase("error", Severity.Error)]
    [TestCase("information", Severity.Information)]
    public async Task Severity_ReachesTheCoreAsASetting(string word, Severity severity)
    {
        await cli.RunAsync("check", ".", "--severity", word);

        Assert.That(cli.Core!.Options!.Settings.Analysis.MinimumSeverity, Is.EqualTo(severity));
        Assert.That(cli.Output, Does.Not.Contain("LEAK` is"));
    }

    [Test]
    public async Task Trust_IsGivenOnlyWhenAsked()
    {
        await cli.RunAsync("check", ".");
        Assert.That(cli.Core!.Options, Has.Property("Trust").EqualTo(TrustDecision.Undecided).And.Property("CanAskForTrust").False);

        await cli.RunAsync("check", ".", "--trust");
        Assert.That(cli.Core!.Options!.Trust, Is.EqualTo(TrustDecision.Trusted));
    }

    [TestCase("Shop.sln", "", "Shop.sln")]
    [TestCase("src/App/App.csproj", "src/App", "App.csproj")]
    [TestCase("src", "src", "")]
    [TestCase("src/App/Sub/A.cs", "src/App", "")]
    public async Task Path_BecomesFolderAndSolution(string path, string folder, string solution)
    {
        await cli.RunAsync("check", path);

        Assert.That(cli.Core!.Options!.Folders, Is.EqualTo(new[] { DocumentPath.FromFile(cli.Folder.At(folder)) }));
        Assert.That(cli.Core.Options.Settings.Workspace.Solution, Is.EqualTo(solution));
    }

    [Test]
    public async Task OneFile_HasItsFindingsOnly()
    {
        Assert.That(await cli.RunAsync("check", "src/App/B.cs"), Is.EqualTo(1));
        Assert.That(cli.Output, Does.StartWith("src/App/B.cs:1:1").And.EndWith("1 finding (1 warning) in 1 of 1 file.\n"));
    }

    [TestCase("nowhere", "nowhere does not exist.")]
    [TestCase("Shop.txt", "There is nothing to look at in Shop.txt.")]
    [TestCase("", "The path is empty.")]
    public async Task PathThatCannotBeLookedAt_EndsWithTwo(string path, string message)
    {
        cli.Folder.Write("Shop.txt", "");

        Assert.That(await cli.RunAsync("check", path), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith($"glassbox: {message}").And.Contain("Name a folder"));
        Assert.That(cli.Output, Is.Empty);
    }

    [Test]
    public async Task FolderWithoutCode_EndsWithTwoAndSaysSo()
    {
        Directory.CreateDirectory(cli.Folder.At("empty"));

        Assert.That(await cli.RunAsync("check", "empty"), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo("glassbox: There is nothing to look at in ROOT/empty: no C# file was loaded. Is it the right folder?\n"));
        Assert.That(cli.Output, Is.Empty);
    }

    [Test]
    public async Task LoadThatLeftNothing_SaysWhy()
    {
        Directory.CreateDirectory(cli.Folder.At("empty"));
        cli.Script = core => core.Messages.Add(new CoreMessage(MessageLevel.Error, "App.csproj is not XML (line 1). Correct it.", null, Show: true));

        Assert.That(await cli.RunAsync("check", "empty"), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith("glassbox: error: App.csproj is not XML (line 1). Correct it.\n").And.Contain("The warnings above say why."));
    }

    [Test]
    public async Task Output_GoesToTheFileWithoutColours()
    {
        cli.HasColors = true;

        Assert.That(await cli.RunAsync("check", ".", "--output", "report.txt"), Is.EqualTo(1));
        Assert.That(cli.Output, Is.Empty);
        var bytes = await File.ReadAllBytesAsync(cli.Folder.At("report.txt"));
        Assert.That(bytes[0], Is.Not.EqualTo(0xEF));
        Assert.That(await File.ReadAllTextAsync(cli.Folder.At("report.txt")), Does.EndWith("in 2 of 2 files.\n").And.Not.Contain("\u001b"));
    }

    [TestCase("missing/report.txt", "The folder of missing/report.txt does not exist.")]
    [TestCase("src", "src is a folder.")]
    public async Task OutputThatCannotBe_IsSaidBeforeAnyWork(string file, string message)
    {
        Assert.That(await cli.RunAsync("check", ".", "--output", file), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith($"glassbox: {message}"));
        Assert.That(cli.Core, Is.Null);
    }

    [Test]
    public async Task Cancelled_EndsWith130()
    {
        using var stop = new CancellationTokenSource();
        cli.Script = core => core.BeforeFind = async token =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        Assert.That(await cli.RunAsync(stop.Token, "check", "."), Is.EqualTo(130));
        Assert.That(cli.Error, Is.EqualTo("glassbox: stopped.\n"));
        Assert.That(cli.Output, Is.Empty);
        Assert.That(cli.Core!.IsDisposed);
    }

    [Test]
    public async Task CoreThatFails_IsReportedWithVersion()
    {
        cli.Script = core => core.BeforeFind = _ => throw new InvalidOperationException("planted");

        Assert.That(await cli.RunAsync("check", "."), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith("glassbox: `check` failed (version 1.2.3). This is a defect of Glassbox: System.InvalidOperationException: planted"));
    }

    [Test]
    public async Task Run_IsRecorded()
    {
        await cli.RunAsync("check", "src", "--severity", "warning");

        var record = (await cli.RecordsAsync()).Single();
        Assert.That(record.Event, Is.InstanceOf<CheckRun>());
        var run = (CheckRun)record.Event!;
        Assert.That(run.Path, Is.EqualTo(cli.Folder.At("src")));
        Assert.That(run, Has.Property("Documents").EqualTo(2).And.Property("ExitCode").EqualTo(1).And.Property("Version").EqualTo("1.2.3"));
        Assert.That(run.FindingsByRule, Is.EqualTo(new Dictionary<string, int> { ["GB1001"] = 1, ["GB2001"] = 2 }));
    }

    [Test]
    public async Task LedgerThatCannotBeWritten_IsAWarning()
    {
        using var ledger = new Glassbox.Ledger.JsonLinesLedger(cli.Folder.At("Shop.sln"), TimeProvider.System);
        cli.Ledger = ledger;

        Assert.That(await cli.RunAsync("check", "."), Is.EqualTo(1));
        Assert.That(cli.Error, Does.StartWith("glassbox: warning: The ledger ROOT/Shop.sln/ledger.jsonl").And.Contain("this run is not recorded"));
    }
}
