using System.CommandLine;
using Glassbox.Cli.Tests.Support;

namespace Glassbox.Cli.Tests;

internal sealed class UsageTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp() => cli = new Support.Cli();

    [TearDown]
    public void TearDown() => cli.Dispose();

    [TestCase("check")]
    [TestCase("check", ".", "--format", "xml")]
    [TestCase("check", ".", "--nonsense")]
    [TestCase("chek", ".")]
    [TestCase("complete")]
    [TestCase("complete", "A.cs:1:1", "--limit", "0")]
    [TestCase("complete", "A.cs:1:1", "--format", "sarif")]
    [TestCase("eval")]
    [TestCase("eval", "completion")]
    [TestCase("eval", "completion", ".", "--files", "-3")]
    [TestCase("eval", "completion", ".", "--task", "everything")]
    [TestCase("ledger")]
    [TestCase("ledger", "show", "--last", "many")]
    public async Task BadUsage_EndsWithTwoAndAMessage(params string[] arguments)
    {
        Assert.That(await cli.RunAsync(arguments), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith("glassbox: ").And.Contain("--help"));
        Assert.That(cli.Output, Is.Empty);
    }

    [Test]
    public async Task NoArguments_ShowsTheVerbsOnStandardError()
    {
        Assert.That(await cli.RunAsync(), Is.EqualTo(2));
        Assert.That(cli.Error, Does.Contain("check").And.Contain("fix").And.Contain("doctor").And.Contain("ledger"));
        Assert.That(cli.Output, Is.Empty);
    }

    [Test]
    public async Task Help_IsAResult()
    {
        Assert.That(await cli.RunAsync("check", "--help"), Is.Zero);
        Assert.That(cli.Output, Does.Contain("--format").And.Contain("text").And.Contain("sarif").And.Contain("--severity"));
    }

    [Test]
    public async Task Version_IsThatOfTheHost()
    {
        Assert.That(await cli.RunAsync("--version"), Is.Zero);
        Assert.That(cli.Output, Is.EqualTo("1.2.3\n"));
    }

    [Test]
    public async Task VerbOfTheHost_Runs()
    {
        var command = new Command("lsp", "Serve an editor.");
        command.SetAction(_ => 7);
        cli.More.Add(command);

        Assert.That(await cli.RunAsync("lsp"), Is.EqualTo(7));
    }
}
