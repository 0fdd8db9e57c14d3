using System.Text;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

public sealed class BuffersTests
{
    [Test]
    public async Task Edits_ApplyOneAfterTheOther()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.py", "x");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(path, "one\r\ntwo 😀", language: "python");
        harness.Edit(path, 2, new OffsetEdit(0, 3, "three"), new OffsetEdit(5, 2, "\n"), new OffsetEdit(10, 2, "!"));

        Assert.That(harness.Current.Buffers[path].Text.ToString(), Is.EqualTo("three\ntwo !"));
        Assert.That(harness.Current.VersionOf(path), Is.EqualTo(2));
    }

    [Test]
    public async Task EditsThatDoNotFit_AreRefused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        Assert.That(() => harness.Session.Change(new DocumentChange(path, 2, [], 0)), Throws.InvalidOperationException);
        harness.Open(path, "class A { }");
        Assert.That(() => harness.Session.Change(new DocumentChange(path, 2, [new OffsetEdit(0, 0, "x")], 3)), Throws.InvalidOperationException);
        Assert.That(() => harness.Edit(path, 2, new OffsetEdit(5, 100, "x")), Throws.InvalidOperationException);

        Assert.That(await harness.TextOf(path), Is.EqualTo("class A { }"));
    }

    [Test]
    public async Task ClosedDocument_HasTheTextOnDisk_AndGoesWithItsFile()
    {
        using var folder = new TempFolder();
        var path = folder.Write("A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(path, "class Typed { }");
        harness.Session.Close(path);
        Assert.That(await harness.TextOf(path), Is.EqualTo("class A { }"));

        harness.Open(path, "class Typed { }");
        File.Delete(path.Value);
        harness.Session.ChangeFiles([new FileChange(path, FileChangeKind.Deleted)]);
        Assert.That(await harness.TextOf(path), Is.EqualTo("class Typed { }"));
        harness.Session.Close(path);
        Assert.That(harness.Current.Contains(path), Is.False);
    }

    [Test]
    public async Task ChangedFile_IsReadAgain_UnlessItIsOpen()
    {
        using var folder = new TempFolder();
        var closed = folder.Write("A.cs", "class A { }");
        var open = folder.Write("B.cs", "class B { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(open, "class B { int typed; }");
        folder.Write("A.cs", "class A2 { }");
        folder.Write("B.cs", "class B2 { }");
        harness.Session.ChangeFiles([new FileChange(closed, FileChangeKind.Changed), new FileChange(open, FileChangeKind.Changed)]);

        Assert.That(await harness.TextOf(closed), Is.EqualTo("class A2 { }"));
        Assert.That(await harness.TextOf(open), Does.Contain("typed"));
    }

    [Test]
    public async Task Encodings_AreRead_AndTheMarkIsNotPartOfTheText()
    {
        using var folder = new TempFolder();
        const string Text = "// é\r\nclass A { }";
        var encodings = new Dictionary<string, Encoding>
        {
            ["utf8"] = new UTF8Encoding(false),
            ["utf8bom"] = new UTF8Encoding(true),
            ["utf16"] = Encoding.Unicode,
            ["utf16be"] = Encoding.BigEndianUnicode,
            ["latin1"] = Encoding.Latin1,
        };
        foreach (var (name, encoding) in encodings)
            folder.Write($"{name}/A.cs", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        await using var harness = await SessionHarness.LoadAsync(folder);

        foreach (var name in encodings.Keys) Assert.That(await harness.TextOf(folder[$"{name}/A.cs"]), Is.EqualTo(Text), name);
    }

    [Test]
    public async Task BinaryAndLongFiles_AreNotAnalyzed_ButOpenTheyWork()
    {
        using var folder = new TempFolder();
        var binary = folder.Write("Bin.cs", [1, 0, 2, 3]);
        var large = folder.Write("Long.cs", "class Long { }" + new string(' ', 20 * 1024));
        var small = folder.Write("Small.cs", "class Small { Long l; }");
        await using var harness = await SessionHarness.LoadAsync(folder, settings: new WorkspaceSettings { MaxFileSizeKiB = 16 });

        Assert.That(harness.Current.Documents, Is.EqualTo(new[] { small }));
        harness.Open(binary, "class Now { Small s; }");
        Assert.That(await harness.ErrorsIn(binary), Is.Empty);
        Assert.That(harness.Current.Documents, Does.Contain(binary));
    }

    [Test]
    public async Task Versions_GrowInTheOrderOfEvents()
    {
        using var folder = new TempFolder();
        var path = folder.Write("A.cs", "class A { }");
        await using var harness = SessionHarness.Start(folder);
        harness.Open(path, "");
        for (var version = 2; version < 100; version++) harness.Edit(path, version, new OffsetEdit(0, 0, "x"));
        await harness.LoadedAsync();
        await harness.DisposeAsync();

        Assert.That(harness.Snapshots.Select(snapshot => snapshot.Version), Is.Ordered.Ascending);
        Assert.That(harness.Current.Buffers[path].Text.Length, Is.EqualTo(98));
    }

    [Test]
    public async Task OtherLanguages_AreListed()
    {
        using var folder = new TempFolder();
        var script = folder.Write("tools/run.py", "pass");
        folder.Write("node_modules/x/y.js", "");
        folder.Write("image.png", "");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(harness.Current.OtherFiles, Is.EqualTo(new[] { script }));
    }
}
