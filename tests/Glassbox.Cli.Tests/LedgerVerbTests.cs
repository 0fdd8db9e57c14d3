using System.Text.Json.Nodes;
using Glassbox.Cli.Tests.Support;

namespace Glassbox.Cli.Tests;

internal sealed class LedgerVerbTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public async Task SetUp()
    {
        cli = new Support.Cli();
        cli.Folder.Write("A.cs", "MD5\n");
        await cli.RunAsync("check", ".");
        await cli.RunAsync("fix", ".");
        await cli.RunAsync("check", ".");
    }

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task Intact_EndsWithZero()
    {
        Assert.That(await cli.RunAsync("ledger", "verify"), Is.Zero);
        Assert.That(cli.Scrub(cli.Output), Is.EqualTo("STATE/ledger.jsonl: Intact: 3 records, none changed, removed or reordered.\n"));
    }

    [Test]
    public async Task LineTakenOut_IsNamed()
    {
        var file = cli.State.At("ledger.jsonl");
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllTextAsync(file, $"{lines[0]}\n{lines[2]}\n");

        Assert.That(await cli.RunAsync("ledger", "verify"), Is.EqualTo(1));
        Assert.That(cli.Scrub(cli.Output), Is.EqualTo("STATE/ledger.jsonl: Record 2 was removed (before line 2).\n"));
    }

    [Test]
    public async Task Show_TellsWhatHappened()
    {
        Assert.That(await cli.RunAsync("ledger", "show"), Is.Zero);

        var told = System.Text.RegularExpressions.Regex.Replace(cli.Scrub(cli.Output), @"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ", "TIME");
        Assert.That(told, Is.EqualTo(
            """
                 1 TIME check.run            ROOT: 1 finding in 1 file
                 2 TIME fix.applied          GB2001: 1 finding fixed in ROOT/A.cs, 0 left, by rules through cli
                 3 TIME check.run            ROOT: 0 findings in 1 file

            """));
    }

    [Test]
    public async Task Last_ShowsTheNewestOnly()
    {
        await cli.RunAsync("ledger", "show", "--last", "1", "--format", "json");

        var record = JsonNode.Parse(cli.Output)!.AsArray().Single()!;
        Assert.That((int)record["sequence"]!, Is.EqualTo(3));
        Assert.That((int)record["payload"]!["exitCode"]!, Is.Zero);
        Assert.That((string?)record["hash"], Has.Length.EqualTo(64));
    }
}
