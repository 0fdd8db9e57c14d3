using System.Diagnostics;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;

namespace Glassbox.Workspace.Tests;

public sealed class LooseFilesTests
{
    [Test]
    public async Task FolderWithoutProject_FilesBindTogether_AgainstTheFrameworks()
    {
        using var folder = new TempFolder();
        var user = folder.Write("a/User.cs", "namespace N; public record User(string Name);");
        var page = folder.Write("b/Page.cs", "using Microsoft.AspNetCore.Mvc; class Page : Controller { object Get(N.User u) => Ok(u.Name.Length); unsafe int* P; }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(page), Is.Empty);
        Assert.That(await harness.ErrorsIn(user), Is.Empty);
        Assert.That(harness.Session.Describe().Folders.Single().Tier, Is.EqualTo("loose"));
        Assert.That(harness.Current.Documents, Is.EqualTo(new[] { user, page }));
    }

    [Test]
    public async Task TypeDefinedTwice_EachFolderSeesItsOwn()
    {
        using var folder = new TempFolder();
        folder.Write("one/Item.cs", "class Item { public int One; }");
        var first = folder.Write("one/Use.cs", "class UseOne { int X => new Item().One + Shared.Value; }");
        folder.Write("two/Item.cs", "class Item { public int Two; }");
        var second = folder.Write("two/Use.cs", "class UseTwo { int X => new Item().Two + Shared.Value; }");
        folder.Write("three/Item.cs", "class Item { public int Three; }");
        var third = folder.Write("three/sub/Use.cs", "class UseThree { int X => new UseTwo().GetHashCode() + Shared.Value; }");
        folder.Write("Shared.cs", "static class Shared { internal static int Value = 1; }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        foreach (var path in new[] { first, second, third }) Assert.That(await harness.ErrorsIn(path), Is.Empty, path.Name);
    }

    [Test]
    public async Task ProgramsOfTopLevelStatements_EachIsAProgram()
    {
        using var folder = new TempFolder();
        var paths = Enumerable.Range(0, 4).Select(index => folder.Write($"p{index}.cs", $"var x = Tool.Twice({index});\nSystem.Console.WriteLine(x);")).ToList();
        folder.Write("Tool.cs", "static class Tool { public static int Twice(int x) => 2 * x; }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        foreach (var path in paths) Assert.That(await harness.ErrorsIn(path), Is.Empty, path.Name);
        Assert.That(harness.Current.Documents, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task PartialTypes_StayTogether()
    {
        using var folder = new TempFolder();
        var one = folder.Write("a/P1.cs", "partial class P { int X => y; }");
        folder.Write("b/P2.cs", "partial class P { int y; }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(one), Is.Empty);
    }

    [Test]
    public async Task NewDuplicate_IsSplitOffWhenItIsSaved()
    {
        using var folder = new TempFolder();
        var one = folder.Write("a/A.cs", "class A { public int One; int X => new A().One; }");
        var two = folder.Write("b/B.cs", "class B { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(two, "class B { }");
        harness.Edit(two, 2, new OffsetEdit(0, 11, "class A { public int Two; int X => new A().Two; }"));
        harness.Session.Save(two);
        await harness.LoadedAsync();

        Assert.That(await harness.ErrorsIn(one), Is.Empty);
        Assert.That(await harness.ErrorsIn(two), Is.Empty);
    }

    [Test]
    public async Task CreatedAndDeletedFiles_ComeAndGo()
    {
        using var folder = new TempFolder();
        var one = folder.Write("A.cs", "class A { B b; }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        var two = folder.Write("B.cs", "class B { }");
        harness.Session.ChangeFiles([new FileChange(two, FileChangeKind.Created)]);
        await harness.LoadedAsync();
        Assert.That(await harness.ErrorsIn(one), Is.Empty);
        File.Delete(two.Value);
        harness.Session.ChangeFiles([new FileChange(two, FileChangeKind.Deleted)]);

        Assert.That(harness.Current.Contains(two), Is.False);
        Assert.That(await harness.ErrorsIn(one), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task UntitledBuffer_BindsByItself()
    {
        using var folder = new TempFolder();
        var path = DocumentPath.FromUri("untitled:Untitled-1");
        await using var harness = SessionHarness.Start(folder);
        harness.Open(path, "System.Console.WriteLine(args.Length);");
        await harness.LoadedAsync();

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        Assert.That(harness.Current.Documents, Is.EqualTo(new[] { path }));
        harness.Session.Close(path);
        Assert.That(harness.Current.Contains(path), Is.False);
    }

    [Test]
    public async Task FiveThousandFilesWithThirtyPrograms_CostIsBounded()
    {
        using var folder = new TempFolder();
        for (var index = 0; index < 5000; index++)
            folder.Write($"d{index / 50}/C{index}.cs", index % 166 == 0 ? $"class Program {{ static void Main() {{ new C{index + 1}(); }} }}" : $"class C{index} {{ }}");
        var clock = Stopwatch.StartNew();
        await using var harness = await SessionHarness.LoadAsync(folder);
        await TestContext.Out.WriteLineAsync($"5,000 loose files: {clock.ElapsedMilliseconds} ms");

        Assert.That(harness.Current.Documents, Has.Count.EqualTo(5000));
        Assert.That(harness.Solution.Projects.Sum(project => project.DocumentIds.Count), Is.LessThan(20_000));
        Assert.That(await harness.ErrorsIn(folder["d3/C166.cs"]), Is.Empty);
        Assert.That(await harness.ErrorsIn(folder["d99/C4980.cs"]), Is.Empty);
    }
}
