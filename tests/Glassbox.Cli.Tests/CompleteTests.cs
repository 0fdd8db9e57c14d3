using System.Text.Json.Nodes;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Tests;

internal sealed class CompleteTests
{
    private const string Source = "class A\r\n{\r\n    int b;\n}\n";

    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp()
    {
        cli = new Support.Cli();
        cli.Folder.Write("src/App/App.csproj", "<Project />");
        cli.Folder.Write("src/App/A.cs", Source);
        cli.Script = core =>
        {
            core.Uses.AddRange([("Informational", 60), ("Log", 3), ("Never", 0)]);
            core.Ghosts =
            [
                new GhostText(
                    "Informational(\n    1);",
                    TextRange.At(new TextPosition(2, 8)),
                    0.734,
                    new Provenance("usage-counts", [], ["seen 60 times", "verified: parses, and every name in it binds"], 1, 0)),
            ];
        };
    }

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task Text_ShowsThePopupAndTheGhostTextWithTheirReasons()
    {
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:3:9"), Is.Zero, cli.Error);
        Assert.That(cli.Output, Is.EqualTo(
            """
            src/App/A.cs:3:9
               1 * Informational  method  used 60 times
               2   Log            method  used 3 times
               3   Never          method
            Ghost text (73 % sure) Informational(
                     1);
                 seen 60 times
                 verified: parses, and every name in it binds

            """));
        Assert.That(cli.Error, Is.Empty);
        Assert.That(cli.Core!.IsDisposed);
    }

    [Test]
    public async Task Place_ReachesTheCoreCountedFromZero()
    {
        await cli.RunAsync("complete", "src/App/A.cs:3:9");

        var path = DocumentPath.FromFile(cli.Folder.At("src/App/A.cs"));
        Assert.That(cli.Core!.Completed, Is.EqualTo(new CompletionQuery(path, new TextPosition(2, 8), TriggerCharacter: null, IsExplicit: true)));
        Assert.That(cli.Core.Open[path].Text, Is.EqualTo(Source));
    }

    [Test]
    public async Task Session_CompletesAndIsThatOfACommandLine()
    {
        await cli.RunAsync("complete", "src/App/A.cs:1:1", "--trust");

        var options = cli.Core!.Options!;
        Assert.That((options.Settings.Completion.Enabled, options.Settings.GhostText.Enabled, options.Face), Is.EqualTo((true, true, "cli")));
        Assert.That(options.Trust, Is.EqualTo(Glassbox.Contracts.Session.TrustDecision.Trusted));
    }

    [Test]
    public async Task Check_StillHasCompletionOff()
    {
        await cli.RunAsync("check", ".");
        Assert.That(cli.Core!.Options!.Settings.Completion.Enabled, Is.False);
    }

    [Test]
    public async Task Limit_ShowsTheBestAndCountsTheRest()
    {
        await cli.RunAsync("complete", "src/App/A.cs:1:1", "--limit", "1");
        Assert.That(cli.Output, Does.Contain("Informational  method  used 60 times\n     2 more candidates; --limit shows them.\n").And.Not.Contain("Never"));
    }

    [Test]
    public async Task NothingOffered_IsSaidAndNoFailure()
    {
        cli.Script = _ => { };
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:1:1"), Is.Zero);
        Assert.That(cli.Output, Is.EqualTo("src/App/A.cs:1:1\nNo candidates.\nNo ghost text.\n"));
    }

    [Test]
    public async Task Json_HasEverything()
    {
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:3:9", "--format", "json", "--limit", "2"), Is.Zero);

        var answer = JsonNode.Parse(cli.Output)!;
        Assert.That((string?)answer["file"], Is.EqualTo("src/App/A.cs"));
        Assert.That(((int)answer["line"]!, (int)answer["column"]!, (int)answer["total"]!), Is.EqualTo((3, 9, 3)));
        var candidates = answer["candidates"]!.AsArray();
        Assert.That(candidates.Select(one => (string?)one!["label"]), Is.EqualTo(new[] { "Informational", "Log" }));
        Assert.That((string?)candidates[0]!["why"], Is.EqualTo("used 60 times"));
        Assert.That(candidates.Select(one => (bool)one!["isMarked"]!), Is.EqualTo(new[] { true, false }));
        Assert.That((double)answer["ghosts"]![0]!["confidence"]!, Is.EqualTo(0.734));
        Assert.That((int)answer["ghosts"]![0]!["replace"]!["column"]!, Is.EqualTo(9));
    }

    [Test]
    public async Task Stdin_IsTheTextThatCounts()
    {
        cli.Input = "class B { }";
        Assert.That(await cli.RunAsync("complete", "src/App/New.cs:1:11", "--stdin"), Is.Zero, cli.Error);
        Assert.That(cli.Core!.Open[DocumentPath.FromFile(cli.Folder.At("src/App/New.cs"))].Text, Is.EqualTo("class B { }"));
    }

    [TestCase("src/App/A.cs", "'src/App/A.cs' names no place. Write FILE:LINE:COLUMN, counted from 1, such as src/App.cs:12:8.")]
    [TestCase("src/App/A.cs:3", "'src/App/A.cs:3' names no place. Write FILE:LINE:COLUMN, counted from 1, such as src/App.cs:12:8.")]
    [TestCase(":3:1", "':3:1' names no place. Write FILE:LINE:COLUMN, counted from 1, such as src/App.cs:12:8.")]
    [TestCase("src/App/A.cs:99999999999:1", "'src/App/A.cs:99999999999:1' names no place. Write FILE:LINE:COLUMN, counted from 1, such as src/App.cs:12:8.")]
    [TestCase("src/App/A.cs:9:1", "There is no line 9 in src/App/A.cs: it has 5 lines, counted from 1.")]
    [TestCase("src/App/A.cs:0:1", "There is no line 0 in src/App/A.cs: it has 5 lines, counted from 1.")]
    [TestCase("src/App/A.cs:1:9", "There is no column 9 in line 1 of src/App/A.cs: the line has 7 characters, so that the cursor can stand at 1 to 8.")]
    [TestCase("src/App/A.cs:1:0", "There is no column 0 in line 1 of src/App/A.cs: the line has 7 characters, so that the cursor can stand at 1 to 8.")]
    [TestCase("src/App/Gone.cs:1:1", "src/App/Gone.cs does not exist. For a text that is not saved yet, give it with --stdin.")]
    [TestCase("gone/A.cs:1:1", "gone/A.cs does not exist, nor does its folder.")]
    [TestCase("src/App:1:1", "src/App is a folder. Name a file.")]
    [TestCase("src/App/Picture.png:1:1", "src/App/Picture.png is not text: it holds a NUL character.")]
    public async Task BadPlace_IsNamedAndNothingIsStarted(string place, string message)
    {
        cli.Folder.Write("src/App/Picture.png", "PNG\0\0");
        Assert.That(await cli.RunAsync("complete", place), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo($"glassbox: {message}\n"));
        Assert.That(cli.Output, Is.Empty);
        Assert.That(cli.Core, Is.Null);
    }

    [Test]
    public async Task EndOfALine_IsAPlace()
    {
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:1:8"), Is.Zero, cli.Error);
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:5:1"), Is.Zero, cli.Error);
    }

    [Test]
    public async Task AbsolutePath_AndItsColons_AreTheFile()
    {
        // On Windows the drive has the colon, elsewhere a folder may.
        var file = cli.Folder.Write(OperatingSystem.IsWindows() ? "a1/B.cs" : "a:1/B.cs", "class B { }");
        Assert.That(await cli.RunAsync("complete", file + ":1:3"), Is.Zero, cli.Error);
        Assert.That(cli.Core!.Completed!.Path, Is.EqualTo(DocumentPath.FromFile(file)));
    }

    [TestCase(".git/HEAD", "src", "src/App", ExpectedResult = "")]
    [TestCase("src/Shop.slnx", null, "src/App", ExpectedResult = "src")]
    [TestCase("src/Note.txt", null, "src/App", ExpectedResult = "src/App")]
    public async Task<string> Root_IsTheRepositoryElseTheSolutionElseTheProject(string file, string? other, string project)
    {
        cli.Folder.Write(file, "");
        if (other is not null) cli.Folder.Write($"{other}/Other.sln", "");
        Assert.That(cli.Folder.At(project), Does.Exist);
        await cli.RunAsync("complete", "src/App/A.cs:1:1");
        var root = cli.Core!.Options!.Folders.Single().Value;
        return Path.GetRelativePath(cli.Folder.Path, root).Replace('\\', '/') is var relative && relative == "." ? "" : relative;
    }

    [Test]
    public async Task Workspace_IsTheFolderThatIsNamed()
    {
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:1:1", "--workspace", "src"), Is.Zero, cli.Error);
        Assert.That(cli.Core!.Options!.Folders.Single().Value, Is.EqualTo(cli.Folder.At("src")));

        cli.Folder.Write("other/B.cs", "");
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:1:1", "--workspace", "other"), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo("glassbox: src/App/A.cs is not in other.\n"));
        Assert.That(await cli.RunAsync("complete", "src/App/A.cs:1:1", "--workspace", "gone"), Is.EqualTo(2));
        Assert.That(cli.Error, Is.EqualTo("glassbox: The folder 'gone' does not exist.\n"));
    }

    [Test]
    public async Task ControlCharacters_AreNotObeyed()
    {
        cli.Script = core => core.Uses.Add(("Evil\u001b[2J", 1));
        await cli.RunAsync("complete", "src/App/A.cs:1:1");
        Assert.That(cli.Output, Does.Contain("Evil\uFFFD[2J"));
    }
}
