using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Tests;

internal sealed class CheckTextTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp() => cli = new Support.Cli();

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task Findings_AreGroupedByFileWithLineMarksAndFlow()
    {
        cli.Folder.Write("src/B.cs", "class B { MD5 hash; LEAK x; }\n");
        cli.Folder.Write("src/A.cs", "class A\n{\n    void M(string id) => Run(SQL(id));\n}\n");
        cli.Folder.Write("Clean.cs", "class Clean;\n");

        var exit = await cli.RunAsync("check", ".");

        Assert.That(cli.Output, Is.EqualTo(
            """
            src/A.cs:3:30 error GB1001 `SQL(id)` is a case of SqlInjection
                 3 |     void M(string id) => Run(SQL(id));
                   |                              ^^^^^^^
                  source  src/A.cs:1:1  `id` comes from the request
                    then  src/A.cs:3:30  is joined into a text
                    sink  src/A.cs:3:30  is run as SQL

            src/B.cs:1:11 warning GB2001 `MD5` is a case of WeakHash
                 1 | class B { MD5 hash; LEAK x; }
                   |           ^^^
            src/B.cs:1:21 hint GB4001 `LEAK` is a case of NotDisposed
                 1 | class B { MD5 hash; LEAK x; }
                   |                     ^^^^

            3 findings (1 error, 1 warning, 1 hint) in 2 of 3 files.

            """));
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(cli.Error, Is.Empty);
        Assert.That(cli.Core!.IsDisposed);
    }

    [Test]
    public async Task NoFindings_EndsWithZero()
    {
        cli.Folder.Write("A.cs", "class A;\n");

        Assert.That(await cli.RunAsync("check", cli.Folder.Path), Is.Zero);
        Assert.That(cli.Output, Is.EqualTo("No findings in 1 file.\n"));
    }

    [Test]
    public async Task CarriageReturnsTabsAndWideCharacters_KeepTheMarksInPlace()
    {
        cli.Folder.Write("A.cs", "// first\r\n\t/* 日本😀 */ MD5 x;\r\n");

        await cli.RunAsync("check", ".");

        Assert.That(cli.Output, Does.StartWith(
            "A.cs:2:13 warning GB2001 `MD5` is a case of WeakHash\n" +
            "     2 |     /* 日本😀 */ MD5 x;\n" +
            "       |                  ^^^\n"));
    }

    [Test]
    public async Task UnicodePath_IsShownAsItIs()
    {
        cli.Folder.Write("Größe 日本/Ä.cs", "MD5\n");

        await cli.RunAsync("check", ".");

        Assert.That(cli.Output, Does.StartWith("Größe 日本/Ä.cs:1:1 warning GB2001"));
    }

    [Test]
    public async Task ControlAndDirectionCharacters_DoNotReachTheTerminal()
    {
        cli.Folder.Write("A.cs", "/* \u001b[31m \u202e */ MD5\u0007\n");

        await cli.RunAsync("check", ".");

        Assert.That(cli.Output, Does.Contain("/* \uFFFD[31m \uFFFD */ MD5\uFFFD").And.Not.Contain("\u001b").And.Not.Contain("\u202e"));
    }

    [Test]
    public async Task LongLine_IsCutAroundTheFinding()
    {
        cli.Folder.Write("A.cs", new string('x', 5000) + " MD5 " + new string('y', 5000));

        await cli.RunAsync("check", ".");

        var lines = cli.Output.Split('\n');
        Assert.That(lines[1], Does.StartWith("     1 | …xxx").And.Contain(" MD5 ").And.EndWith("y…"));
        Assert.That(lines[1].IndexOf("MD5", StringComparison.Ordinal), Is.EqualTo(lines[2].IndexOf("^^^", StringComparison.Ordinal)));
        Assert.That(lines[1], Has.Length.LessThan(200));
    }

    [Test]
    public async Task RangeOverSeveralLines_IsMarkedToTheEndOfTheFirst()
    {
        var file = DocumentPath.FromFile(cli.Folder.Write("A.cs", "var x = Call(\n    1);\n"));
        var range = new TextRange(new TextPosition(0, 8), new TextPosition(1, 6));
        cli.Script = core => core.Extra.Add(new Finding("GB4001", Severity.Hint, Confidence.Low, "m", file, range, [], "f"));

        await cli.RunAsync("check", ".");

        Assert.That(cli.Output, Does.Contain("     1 | var x = Call(\n       |         ^^^^^\n"));
    }

    [Test]
    public async Task FileGoneMeanwhile_IsReportedWithoutItsLine()
    {
        var gone = DocumentPath.FromFile(cli.Folder.At("Gone.cs"));
        var here = DocumentPath.FromFile(cli.Folder.Write("A.cs", "class A;\n"));
        var finding = new Finding("GB4001", Severity.Hint, Confidence.Low, "m", gone, TextRange.At(new TextPosition(4, 2)), [], "f");
        cli.Script = core => core.Extra.Add(finding with { Path = here, Range = TextRange.At(new TextPosition(99, 0)) });

        Assert.That(await cli.RunAsync("check", "."), Is.EqualTo(1));
        Assert.That(cli.Output, Does.StartWith("A.cs:100:1 hint GB4001 m\n\n1 finding (1 hint) in 1 of 1 file."));
    }

    [Test]
    public async Task Terminal_GetsColoursUnlessTheyAreRefused()
    {
        cli.Folder.Write("A.cs", "\tMD5 x;\n");
        cli.HasColors = true;

        await cli.RunAsync("check", ".");
        Assert.That(cli.Output, Does.Contain("\u001b[33mwarning\u001b[0m"));
        var plain = System.Text.RegularExpressions.Regex.Replace(cli.Output, "\u001b\\[[0-9;]*m", "");

        await cli.RunAsync("check", ".", "--no-color");
        Assert.That(cli.Output, Does.Not.Contain("\u001b").And.EqualTo(plain));
    }

    [Test]
    public async Task Progress_IsShownOnATerminalOnlyAndTakenAway()
    {
        cli.Folder.Write("A.cs", "class A;\n");
        await cli.RunAsync("check", ".");
        Assert.That(cli.Error, Is.Empty);

        cli.ErrorIsTerminal = true;
        await cli.RunAsync("check", ".");
        Assert.That(cli.Error, Does.Contain("Loading").And.EndWith("\r\u001b[2K"));
        Assert.That(cli.Output, Is.EqualTo("No findings in 1 file.\n"));
    }

    [Test]
    public async Task WhatTheCoreAndTheProjectsSay_IsToldOnceOnStandardError()
    {
        cli.Folder.Write("A.cs", "class A;\n");
        cli.Script = core =>
        {
            core.Messages.Add(new CoreMessage(MessageLevel.Warning, "No SDK was found. Install one.", "sdk", Show: true));
            core.Messages.Add(new CoreMessage(MessageLevel.Warning, "No SDK was found. Install one.", "sdk", Show: true));
            core.Messages.Add(new CoreMessage(MessageLevel.Information, "Loaded.", null, Show: false));
            core.Projects = [new ProjectStatus("Shop", DocumentPath.FromFile(cli.Folder.At("Shop.csproj")), "data", 1, ["Packages are not restored. Run `dotnet restore`."])];
        };

        Assert.That(await cli.RunAsync("check", "."), Is.Zero);
        Assert.That(cli.Error, Is.EqualTo(
            """
            glassbox: warning: No SDK was found. Install one.
            glassbox: warning: Shop: Packages are not restored. Run `dotnet restore`.

            """));
    }
}
