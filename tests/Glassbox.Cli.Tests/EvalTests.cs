using System.Text.Json.Nodes;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Cli.Tests;

internal sealed class EvalTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp()
    {
        cli = new Support.Cli();
        cli.Folder.Write("A.cs", "class A { }");
        cli.Script = core => core.Evaluation.AddRange(
        [
            Popup(EvaluationRanking.Glassbox, 0.624, 0.9, 0.741, 1),
            Popup(EvaluationRanking.Alphabetical, 0, 0.17, 0.06, 1),
            Popup(EvaluationRanking.Contexts, 0.5, 0.58, 0.54, 1),
            new EvaluationRow(EvaluationTask.Lines, EvaluationRanking.Glassbox, 16, [new(EvaluationMetric.Exact, 0.33), new(EvaluationMetric.Similarity, 0.594)]),
        ]);
    }

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task Text_IsATableATaskWithWhatItAsks()
    {
        Assert.That(await cli.RunAsync("eval", "completion", "."), Is.Zero, cli.Error);
        Assert.That(cli.Scrub(cli.Output), Is.EqualTo(
            """
            Completion in ROOT
            Some files were held out and all others learned; in those, the rest of a line was cut off and asked for.

            members  After a dot the popup opens: how high up is the member that stood there? (8 places)
                                              first  in first 5  mean 1/place  offered
              Glassbox                         62 %        90 %          0.74    100 %
              in order of name                  0 %        17 %          0.06    100 %
              nested contexts with a cache     50 %        58 %          0.54    100 %

            lines  The rest of a line is gone: how often, and how nearly, is ghost text just that? (16 places)
                          exact  likeness
              Glassbox     33 %      0.59

            """));
        Assert.That(cli.Core!.IsDisposed);
    }

    [Test]
    public async Task Options_ReachTheCore()
    {
        await cli.RunAsync("eval", "completion", ".", "--seed", "3", "--files", "5", "--places", "7", "--task", "lines");

        var request = cli.Core!.Evaluated!;
        Assert.That((request.Seed, request.Files, request.PlacesPerFile), Is.EqualTo((3, 5, 7)));
        Assert.That(request.Tasks, Is.EqualTo(new[] { EvaluationTask.Lines }));
        Assert.That(cli.Output, Does.Contain("exact").And.Not.Contain("members"));
    }

    [Test]
    public async Task Json_HasEveryRowAsShares()
    {
        Assert.That(await cli.RunAsync("eval", "completion", ".", "--format", "json"), Is.Zero);

        var report = JsonNode.Parse(cli.Output)!;
        var rows = report["rows"]!.AsArray();
        Assert.That(rows.Select(row => $"{row!["task"]} {row["ranking"]}"), Is.EqualTo(new[] { "members glassbox", "members alphabetical", "members contexts", "lines glassbox" }));
        Assert.That((double)rows[0]!["values"]!["topOne"]!, Is.EqualTo(0.624));
        Assert.That((double)rows[3]!["values"]!["similarity"]!, Is.EqualTo(0.594));
        Assert.That((int)report["seed"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Progress_IsShownOnATerminal()
    {
        cli.ErrorIsTerminal = true;
        cli.Script = core => core.Evaluation.Add(Popup(EvaluationRanking.Glassbox, 1, 1, 1, 1));
        await cli.RunAsync("eval", "completion", ".");
        Assert.That(cli.Error, Does.Contain("Loading"));
        Assert.That(cli.Output, Does.Not.Contain("Loading"));
    }

    [Test]
    public async Task TaskThatIsNotMeasured_IsSaid()
    {
        Assert.That(await cli.RunAsync("eval", "completion", ".", "--task", "names"), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo("glassbox: This version does not measure names yet.\n"));
        Assert.That(cli.Output, Is.Empty);
    }

    [Test]
    public async Task NothingToHoldOut_IsSaid()
    {
        cli.Script = core => core.Evaluation.Add(new EvaluationRow(EvaluationTask.Members, EvaluationRanking.Glassbox, 0, []));
        Assert.That(await cli.RunAsync("eval", "completion", "."), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo("glassbox: There is nothing to measure in ROOT: no C# file was loaded that is long enough to be held out.\n"));
    }

    [Test]
    public async Task OneFile_CannotBeEvaluated()
    {
        Assert.That(await cli.RunAsync("eval", "completion", "A.cs"), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith("glassbox: One file cannot be held out"));
        Assert.That(cli.Core, Is.Null);
    }

    [Test]
    public async Task Stopped_EndsWith130()
    {
        using var stop = new CancellationTokenSource();
        cli.Script = _ => stop.Cancel();
        Assert.That(await cli.RunAsync(stop.Token, "eval", "completion", "."), Is.EqualTo(130));
        Assert.That(cli.Error, Is.EqualTo("glassbox: stopped.\n"));
    }

    private static EvaluationRow Popup(EvaluationRanking ranking, double first, double five, double mean, double offered) => new(
        EvaluationTask.Members,
        ranking,
        8,
        [
            new(EvaluationMetric.TopOne, first), new(EvaluationMetric.TopFive, five),
            new(EvaluationMetric.MeanReciprocalRank, mean), new(EvaluationMetric.Offered, offered),
        ]);
}
