using System.Text;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Tests;

internal sealed class FixTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp() => cli = new Support.Cli();

    [TearDown]
    public void TearDown() => cli.Dispose();

    private string Read(string relative) => File.ReadAllText(cli.Folder.At(relative));

    [Test]
    public async Task EveryFindingOfARule_IsFixedInAllFiles()
    {
        cli.Folder.Write("A.cs", "MD5 a; MD5 b;\n");
        cli.Folder.Write("sub/B.cs", "class B\n{\n    MD5 c;\n}\n");

        Assert.That(await cli.RunAsync("fix", "."), Is.Zero);

        Assert.That(Read("A.cs"), Is.EqualTo("SHA256 a; SHA256 b;\n"));
        Assert.That(Read("sub/B.cs"), Is.EqualTo("class B\n{\n    SHA256 c;\n}\n"));
        Assert.That(cli.Output, Is.EqualTo(
            """
            fixed GB2001 A.cs:1:1 `MD5` is a case of WeakHash
            fixed GB2001 A.cs:1:8 `MD5` is a case of WeakHash
            fixed GB2001 sub/B.cs:3:5 `MD5` is a case of WeakHash
            3 findings fixed in 2 files, 0 left.

            """));
    }

    [Test]
    public async Task WhatIsLeft_IsNamedWithTheReason()
    {
        cli.Folder.Write("A.cs", "SQL(id) MD5\nVOID LEAK\n");

        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(1));

        Assert.That(Read("A.cs"), Is.EqualTo("SQL(id) SHA256\nVOID LEAK\n"), "and nothing is suppressed");
        Assert.That(cli.Output, Is.EqualTo(
            """
            fixed GB2001 A.cs:1:9 `MD5` is a case of WeakHash
            left GB1001 A.cs:1:1 `SQL(id)` is a case of SqlInjection (no fix of it could be verified)
            left GB2002 A.cs:2:1 `VOID` is a case of WeakCipher (the new cipher needs another key)
            left GB4001 A.cs:2:6 `LEAK` is a case of NotDisposed (the file is generated)
            1 finding fixed in 1 file, 3 left.

            """));
    }

    [Test]
    public async Task Rule_LimitsWhatIsTouched()
    {
        cli.Folder.Write("A.cs", "MD5 VOID\n");

        Assert.That(await cli.RunAsync("fix", ".", "--rule", "GB2002"), Is.EqualTo(1));
        Assert.That(Read("A.cs"), Is.EqualTo("MD5 VOID\n"));
        Assert.That(await cli.RunAsync("fix", ".", "--rule", "GB2001"), Is.Zero);
        Assert.That(Read("A.cs"), Is.EqualTo("SHA256 VOID\n"));
    }

    [Test]
    public async Task FindingsWithQuickFixesOnly_AreFixedOneByOne()
    {
        cli.Folder.Write("A.cs", "MD5 MD5 MD5\n");
        cli.Script = core => core.OffersFixAll = false;

        // Fingerprints count from the left, so each takes the name of the one that was fixed before it.
        Assert.That(await cli.RunAsync("fix", "."), Is.Zero);
        Assert.That(Read("A.cs"), Is.EqualTo("SHA256 SHA256 SHA256\n"));
    }

    [Test]
    public async Task FixThatDoesNotRemoveItsFinding_IsTakenBack()
    {
        cli.Folder.Write("A.cs", "MD5 MD5\n");
        cli.Script = core => core.Replacement = "MD5 MD5";

        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(1));
        Assert.That(Read("A.cs"), Is.EqualTo("MD5 MD5\n"));
        Assert.That(cli.Output, Does.Contain("(its fix does not remove it)").And.EndWith("0 findings fixed in 0 files, 2 left.\n"));
    }

    [Test]
    public async Task OneFile_LeavesTheOthersAlone()
    {
        cli.Folder.Write("A.cs", "MD5 MD5\n");
        cli.Folder.Write("B.cs", "MD5\n");

        Assert.That(await cli.RunAsync("fix", "A.cs"), Is.Zero);
        Assert.That((Read("A.cs"), Read("B.cs")), Is.EqualTo(("SHA256 SHA256\n", "MD5\n")));
    }

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false)).SetArgDisplayNames("utf-8");
        yield return new TestCaseData(new UTF8Encoding(true)).SetArgDisplayNames("utf-8 with mark");
        yield return new TestCaseData(new UnicodeEncoding(false, true)).SetArgDisplayNames("utf-16 little");
        yield return new TestCaseData(new UnicodeEncoding(true, true)).SetArgDisplayNames("utf-16 big");
        yield return new TestCaseData(new UTF32Encoding(false, true)).SetArgDisplayNames("utf-32");
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task EncodingMarkAndLineBreaks_AreKept(Encoding encoding)
    {
        cli.Folder.Write("A.cs", "// äöü 😀\r\nMD5 x;\r\nlast\n", encoding);
        cli.Script = core => core.Replacement = "SHA256\n// a new line\n";

        await cli.RunAsync("fix", ".");

        byte[] expected = [.. encoding.Preamble, .. encoding.GetBytes("// äöü 😀\r\nSHA256\r\n// a new line\r\n x;\r\nlast\n")];
        Assert.That(await File.ReadAllBytesAsync(cli.Folder.At("A.cs")), Is.EqualTo(expected));
    }

    [Test]
    public async Task UnknownEncoding_IsLeftAlone()
    {
        var file = cli.Folder.At("A.cs");
        byte[] latin1 = [.. "// "u8, 0xE4, .. "\nMD5\n"u8];
        await File.WriteAllBytesAsync(file, latin1);

        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(1));
        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(latin1));
        Assert.That(cli.Output, Does.Contain("(the file cannot be edited: it is in an encoding that is neither UTF-8 nor marked; save it as UTF-8)"));
    }

    [Test]
    public async Task FileThatChangedMeanwhile_MeansThatNothingIsWritten()
    {
        cli.Folder.Write("A.cs", "MD5\n");
        cli.Folder.Write("B.cs", "MD5\n");
        var calls = 0;
        cli.Script = core => core.BeforeFind = _ =>
        {
            // The second look comes after the files were read.
            if (++calls == 2) cli.Folder.Write("B.cs", "MD5 // typed meanwhile\n");
            return Task.CompletedTask;
        };

        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(2));
        Assert.That((Read("A.cs"), Read("B.cs")), Is.EqualTo(("MD5\n", "MD5 // typed meanwhile\n")));
        Assert.That(cli.Error, Is.EqualTo("glassbox: ROOT/B.cs changed since it was read.\nglassbox: Nothing was written. Run it again when the files are settled.\n"));
        Assert.That(Directory.EnumerateFiles(cli.Folder.Path, "*.new"), Is.Empty);
        Assert.That(await cli.RecordsAsync(), Is.Empty);
    }

    [Test]
    public async Task ReadOnlyFile_MeansThatNothingIsWritten()
    {
        cli.Folder.Write("A.cs", "MD5\n");
        File.SetAttributes(cli.Folder.Write("B.cs", "MD5\n"), FileAttributes.ReadOnly);

        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(2));
        Assert.That(Read("A.cs"), Is.EqualTo("MD5\n"));
        Assert.That(cli.Error, Does.StartWith("glassbox: ROOT/B.cs is read-only.\n"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task LinkAndMode_AreKept()
    {
        var file = cli.Folder.Write("real/A.txt", "MD5\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(cli.Folder.At("A.cs"), file);

        await cli.RunAsync("fix", ".");

        Assert.That(File.ReadAllText(file), Is.EqualTo("SHA256\n"));
        Assert.That(new FileInfo(cli.Folder.At("A.cs")).LinkTarget, Is.EqualTo(file));
        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task DryRun_ShowsADiffAndWritesNothing()
    {
        cli.Folder.Write("sub/A.cs", "one\ntwo\nthree\nfour\nMD5 x;\nsix\nseven\neight\nnine\n");

        Assert.That(await cli.RunAsync("fix", ".", "--dry-run"), Is.EqualTo(1));

        Assert.That(cli.Output, Is.EqualTo(
            """
            --- a/sub/A.cs
            +++ b/sub/A.cs
            @@ -2,7 +2,7 @@
             two
             three
             four
            -MD5 x;
            +SHA256 x;
             six
             seven
             eight

            """));
        Assert.That(cli.Error, Is.EqualTo(
            """
            would fix GB2001 sub/A.cs:5:1 `MD5` is a case of WeakHash
            1 finding can be fixed in 1 file, 0 left.

            """));
        Assert.That(Read("sub/A.cs"), Does.Contain("MD5"));
        Assert.That(await cli.RecordsAsync(), Is.Empty);
    }

    [Test]
    public async Task WhatWasWritten_IsRecorded()
    {
        var file = cli.Folder.Write("A.cs", "MD5 VOID\n");

        await cli.RunAsync("fix", ".");

        var record = (FixApplied)(await cli.RecordsAsync()).Single().Event!;
        Assert.That(record.RuleIds, Is.EqualTo(new[] { "GB2001" }));
        Assert.That((record.Fixed, record.Left, record.Face), Is.EqualTo((1, 0, "cli")));
        var written = record.Documents.Single();
        Assert.That(written.Path, Is.EqualTo(file));
        Assert.That(written.After, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("SHA256 VOID\n"u8))));
        Assert.That(written.Before, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("MD5 VOID\n"u8))));
    }

    [Test]
    public async Task NothingFound_EndsWithZeroAndWritesNoRecord()
    {
        cli.Folder.Write("A.cs", "class A;\n");

        Assert.That(await cli.RunAsync("fix", "."), Is.Zero);
        Assert.That(cli.Output, Is.EqualTo("Nothing to fix in 1 file.\n"));
        Assert.That(await cli.RecordsAsync(), Is.Empty);
    }

    [Test]
    public async Task NothingLoaded_EndsWithTwo()
    {
        Assert.That(await cli.RunAsync("fix", "."), Is.EqualTo(2));
        Assert.That(cli.Error, Does.StartWith("glassbox: There is nothing to fix in ROOT"));
    }
}
