using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Tests;

/// <summary>A document without the project around it.</summary>
public sealed class AloneTests
{
    private const string Plain = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""";

    [Test]
    public async Task Document_Alone_KeepsFrameworkUsingsAndOpenNeighbours_AndNothingElse()
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", Plain);
        var path = folder.Write("App/A.cs", "class A { List<int> L = []; B B; C C; }");
        var neighbour = folder.Write("App/B.cs", "class B { }");
        folder.Write("App/C.cs", "class C { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(neighbour, "class B { }");
        harness.Open(path, "class A { List<int> L = []; B B; C C; }", version: 7);
        var snapshot = harness.Current;

        var alone = RoslynSnapshot.From(await snapshot.AloneAsync(path, CancellationToken.None));
        Assert.That(alone.TryGetDocument(path, out var document), Is.True);
        var model = await document!.GetSemanticModelAsync();
        var errors = model!.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.GetMessage()).ToArray();
        Assert.That(errors, Has.Length.EqualTo(1).And.Exactly(1).Contains("'C'"));
        Assert.That(alone.VersionOf(path), Is.EqualTo(7));
        Assert.That(document.Id, Is.Not.EqualTo(harness.DocumentOf(path).Id));
    }

    [Test]
    public async Task BufferWithoutAFile_Alone_IsFound()
    {
        using var folder = new TempFolder();
        await using var harness = SessionHarness.Start(folder, folders: []);
        var path = DocumentPath.FromUri("untitled:A.cs");
        harness.Session.Open(new OpenedDocument(path, "csharp", 1, "class A { }"));

        var alone = RoslynSnapshot.From(await harness.Current.AloneAsync(path, CancellationToken.None));
        Assert.That(alone.TryGetDocument(path, out var document), Is.True);
        Assert.That((await document!.GetTextAsync()).ToString(), Is.EqualTo("class A { }"));
    }

    [Test]
    public async Task Warm_OnceAwaited_IsDoneAtOnceAfterAnEdit_AndBoundAgainAfterTheProjectChanged()
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", Plain);
        var path = folder.Write("App/A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Open(path, "class A { }");
        await harness.Session.WarmAsync(path, CancellationToken.None);
        harness.Edit(path, 2, new OffsetEdit(0, 0, " "));
        Assert.That(harness.Session.WarmAsync(path, CancellationToken.None).IsCompletedSuccessfully, Is.True);
        Assert.That(harness.Session.WarmAsync(DocumentPath.FromUri("untitled:nowhere"), CancellationToken.None).IsCompletedSuccessfully, Is.True);

        folder.Write("App/App.csproj", Plain.Replace("net10.0</TargetFramework>", "net10.0</TargetFramework><DefineConstants>X</DefineConstants>", StringComparison.Ordinal));
        harness.Session.ChangeFiles([new(DocumentPath.FromFile(Path.Combine(folder.Root, "App", "App.csproj")), FileChangeKind.Changed)]);
        await harness.LoadedAsync();
        await harness.Session.WarmAsync(path, CancellationToken.None);
        Assert.That(harness.DocumentOf(path).Project.TryGetCompilation(out _), Is.True);
    }
}
