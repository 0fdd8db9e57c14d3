using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Files that change on disk, without the editor's doing.</summary>
public sealed class WatchedFileTests : WireTest
{
    [Test]
    public async Task Created_ItsTypesAreThere()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }");
        var path = Path.Combine(Path.GetDirectoryName(at.Document.Path)!, "B.cs");
        await File.WriteAllTextAsync(path, "class ZebraCreated { }");
        await at.Client.FilesChangedAsync((path, 1));
        await EventuallyAsync(at, "the new type", labels => labels.Contains("ZebraCreated"));
    }

    [Test]
    public async Task Changed_WhatIsNewIsThereAndWhatIsOldIsNot()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }\n//- /B.cs\nclass ZebraBefore { }");
        var path = Path.Combine(Path.GetDirectoryName(at.Document.Path)!, "B.cs");
        await at.Client.CloseAsync(at.Client.Find(LspClient.UriOf(path))!);
        await File.WriteAllTextAsync(path, "class ZebraAfter { }");
        await at.Client.FilesChangedAsync((path, 2));
        await EventuallyAsync(at, "the new text", labels => labels.Contains("ZebraAfter") && !labels.Contains("ZebraBefore"));
    }

    [Test]
    public async Task Deleted_ItsTypesAreGone()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }\n//- /B.cs\nclass ZebraDeleted { }\n//- /C.cs\nclass ZebraKept { }");
        var path = Path.Combine(Path.GetDirectoryName(at.Document.Path)!, "B.cs");
        await at.Client.CloseAsync(at.Client.Find(LspClient.UriOf(path))!);
        File.Delete(path);
        await at.Client.FilesChangedAsync((path, 3));
        await EventuallyAsync(at, "the type is gone", labels => labels.Contains("ZebraKept") && !labels.Contains("ZebraDeleted"));
    }

    [Test]
    public async Task Renamed_TypesFollow()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }\n//- /B.cs\nclass ZebraMoved { }");
        var folder = Path.GetDirectoryName(at.Document.Path)!;
        var (before, after) = (Path.Combine(folder, "B.cs"), Path.Combine(folder, "Renamed.cs"));
        await at.Client.CloseAsync(at.Client.Find(LspClient.UriOf(before))!);
        File.Move(before, after);
        await at.Client.FilesChangedAsync((before, 3), (after, 1));
        await EventuallyAsync(at, "the type, once", labels => labels.Count(label => label == "ZebraMoved") == 1);
    }

    [Test]
    public async Task ChangedWhileOpen_TheEditorsTextCounts()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }\nclass ZebraInEditor { }");
        await File.WriteAllTextAsync(at.Document.Path!, "class ZebraOnDisk { }");
        await at.Client.FilesChangedAsync((at.Document.Path!, 2));
        await at.Client.StatusAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("ZebraInEditor").And.Not.Contain("ZebraOnDisk"));
    }

    [Test]
    public async Task DeletedWhileOpen_TheEditorsTextStays()
    {
        var at = await OpenAsync("//- /A.cs\nclass User { Zebra$0 }\nclass ZebraInEditor { }");
        File.Delete(at.Document.Path!);
        await at.Client.FilesChangedAsync((at.Document.Path!, 3));
        await at.Client.StatusAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("ZebraInEditor"));
    }

    [Test]
    public async Task NothingThatMatters_IsSurvived()
    {
        var at = await OpenAsync("class Zebra { Zebra$0 }");
        var folder = Path.GetDirectoryName(at.Document.Path)!;
        await at.Client.FilesChangedAsync(
            (Path.Combine(folder, "never-was.cs"), 3), (Path.Combine(folder, "never-was.cs"), 2), (folder, 2), (Path.Combine(folder, "x.bin"), 1), (at.Document.Path!, 99));
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }

    private static async Task EventuallyAsync(Opened at, string what, Func<IReadOnlyList<string>, bool> match) =>
        await at.Client.Deadline.UntilAsync(what, async () => match([.. (await at.CompleteAsync()).Labels]));
}
