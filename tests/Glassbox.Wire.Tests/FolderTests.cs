using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Several workspace folders, which come and go.</summary>
public sealed class FolderTests : WireTest
{
    [Test]
    public async Task TwoFolders_BothAreLoaded()
    {
        var first = Folder("//- /One/A.cs project:One\nclass ZebraOne { }");
        var second = Folder("//- /Two/B.cs project:Two\nclass ZebraTwo { }");
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path, second.Path] });
        var status = await client.LoadedAsync();
        Assert.That(status.ProjectNames(), Is.SupersetOf(new[] { "One", "Two" }));
    }

    [Test]
    public async Task Added_IsLoaded()
    {
        var first = Folder("//- /One/A.cs project:One\nclass ZebraOne { }");
        var second = Folder("//- /Two/B.cs project:Two\nclass ZebraTwo { void M() { Zebra } }");
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path] });
        await client.LoadedAsync();
        await client.ChangeFoldersAsync([second.Path], []);
        await client.StatusAsync("the added folder's project", status => status.ProjectNames().Contains("Two"));
        var document = await client.OpenUriAsync(LspClient.UriOf(second.PathOf("/Two/B.cs")), second.Read("/Two/B.cs"), second.PathOf("/Two/B.cs"));
        Assert.That((await client.CompleteAsync(document, document.After("{ Zebra"))).Labels, Does.Contain("ZebraTwo").And.Not.Contain("ZebraOne"));
    }

    [Test]
    public async Task Removed_IsForgotten()
    {
        var first = Folder("//- /One/A.cs project:One\nclass ZebraOne { }");
        var second = Folder("//- /Two/B.cs project:Two\n" + RuleSample.Of("GB2002").Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path, second.Path] });
        await client.LoadedAsync();
        await client.ChangeFoldersAsync([], [second.Path]);
        var status = await client.StatusAsync("the removed folder's project is gone", status => !status.ProjectNames().Contains("Two"));
        Assert.That(status.ProjectNames(), Does.Contain("One"));
        Assert.That((await client.PullWorkspaceAsync()).SelectMany(report => report.Items), Is.Empty);
    }

    [Test]
    public async Task SameNamesInTwoFolders_DoNotMix()
    {
        const string Text = "//- /App/A.cs project:App\nclass Same { public int Zebra$; }\n//- /App/B.cs project:App\nclass Use { void M(Same same) { same. } }";
        var first = Folder(Text.Replace("Zebra$", "ZebraFirst", StringComparison.Ordinal));
        var second = Folder(Text.Replace("Zebra$", "ZebraSecond", StringComparison.Ordinal));
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path, second.Path] });
        await client.LoadedAsync();
        foreach (var (folder, own) in new[] { (first, "ZebraFirst"), (second, "ZebraSecond") })
        {
            var path = folder.PathOf("/App/B.cs");
            var document = await client.OpenUriAsync(LspClient.UriOf(path), folder.Read("/App/B.cs"), path);
            var labels = (await client.CompleteAsync(document, document.After("same."), '.')).Labels.Where(label => label.StartsWith("Zebra", StringComparison.Ordinal));
            Assert.That(labels, Is.EqualTo(new[] { own }));
        }
    }

    [Test]
    public async Task FolderThatIsNotThere_TheRestIsLoaded()
    {
        var first = Folder("//- /One/A.cs project:One\nclass ZebraOne { }");
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path, Path.Combine(first.Path, "gone")] });
        client.Log.Allow(message => message.Params!.ToJsonString().Contains("gone", StringComparison.Ordinal));
        Assert.That((await client.LoadedAsync()).ProjectNames(), Does.Contain("One"));
    }

    [Test]
    public async Task FolderInFolder_IsLoadedOnce()
    {
        var first = Folder("//- /App/A.cs project:App\nclass Zebra { void M() { Zeb$0 } }");
        var client = await StartAsync(new LaunchOptions { Folders = [first.Path, first.PathOf("/App")] });
        await client.LoadedAsync();
        var document = await client.OpenAsync("/App/A.cs");
        Assert.That((await client.CompleteAsync(document, document.After("{ Zeb"))).Labels.Count(label => label == "Zebra"), Is.EqualTo(1));
    }
}
