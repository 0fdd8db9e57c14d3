using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Testing;

namespace Glassbox.Workspace.Tests;

public sealed class DataTierTests
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    [Test]
    public async Task WebProject_ImplicitUsingsAndReferences_CompilesWithoutErrors()
    {
        using var folder = new TempFolder();
        folder.Write("Lib/Lib.csproj", Library);
        folder.Write("Lib/Order.cs", "namespace Lib; public sealed record Order(int Id, List<string> Lines);");
        folder.Write("Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><ProjectReference Include="..\Lib\Lib.csproj" /></ItemGroup>
            </Project>
            """);
        folder.Write("Web/Program.cs", """
            using Lib;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", () => new Order(1, ["a"]));
            app.Run();
            """);
        folder.Write("Web/obj/Debug/stale.cs", "this is not C#");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.Errors(), Is.Empty);
        Assert.That(harness.Session.Describe().Projects.Select(project => $"{project.Name} {project.Tier}"), Is.EquivalentTo(new[] { "Lib data", "Web data" }));
        Assert.That(harness.Current.Documents.Select(path => path.Name), Is.EqualTo(new[] { "Order.cs", "Program.cs" }));
    }

    [Test]
    public async Task Sample_InTheDataTier_CompilesWithoutErrors()
    {
        var shop = DocumentPath.FromFile(Repository.Combine("samples", "Shop"));
        using var folder = new TempFolder();
        await using var harness = await SessionHarness.LoadAsync(folder, folders: [shop]);

        Assert.That(await harness.Errors(), Is.Empty);
        Assert.That(harness.Session.Describe().Projects, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task OpenedFile_BeforeAnythingIsLoaded_BindsAtOnce()
    {
        using var folder = new TempFolder();
        folder.Write("Lib/Lib.csproj", Library);
        var path = folder.Write("Lib/A.cs", "class A { }");
        await using var harness = SessionHarness.Start(folder);
        harness.Open(path, "class A { string Text => \"\".Trim(); }");
        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        await harness.LoadedAsync();

        Assert.That(harness.DocumentOf(path).Project.Name, Is.EqualTo("Lib"));
        Assert.That(await harness.TextOf(path), Does.Contain("Trim"));
        Assert.That(harness.Current.GetDocuments(path), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task BrokenProject_IsNamedWithLine_AndItsFilesAreLoose()
    {
        using var folder = new TempFolder();
        folder.Write("Good/Good.csproj", Library);
        folder.Write("Good/G.cs", "class G { }");
        folder.Write("Bad/Bad.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n</Project>");
        var bad = folder.Write("Bad/B.cs", "class B { List<int> L = []; }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(bad), Is.Empty);
        Assert.That(harness.Session.Describe().Projects.Select(project => project.Tier), Is.EquivalentTo(new[] { "data", "loose" }));
        await harness.DisposeAsync();
        var message = harness.Messages.Single(message => message.Level == MessageLevel.Error);
        Assert.That(message.Text, Does.StartWith("Bad/Bad.csproj(3)"));
        Assert.That(message.Show, Is.True);
    }

    [Test]
    public async Task PackagesNotRestored_IsSaidOnce_AndTheProjectLoads()
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", Library.Replace("</Project>", "<ItemGroup><PackageReference Include=\"Some.Package\" Version=\"1.0.0\" /></ItemGroup></Project>"));
        var path = folder.Write("App/A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Session.Reload();
        await harness.LoadedAsync();

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        await harness.DisposeAsync();
        var message = harness.Messages.Single(message => message.Show);
        Assert.That(message.Text, Does.Contain("App").And.Contain("dotnet restore"));
    }

    [Test]
    public async Task NewFile_InsideTheDefaultGlobs_JoinsItsProject()
    {
        using var folder = new TempFolder();
        folder.Write("Lib/Lib.csproj", Library);
        var old = folder.Write("Lib/A.cs", "class A { B b; }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        Assert.That(await harness.ErrorsIn(old), Has.Length.EqualTo(1));

        var fresh = folder.Write("Lib/Sub/B.cs", "class B { }");
        harness.Session.ChangeFiles([new FileChange(fresh, FileChangeKind.Created)]);
        Assert.That(harness.DocumentOf(fresh).Project.Name, Is.EqualTo("Lib"));
        Assert.That(await harness.ErrorsIn(old), Is.Empty);

        File.Delete(fresh.Value);
        harness.Session.ChangeFiles([new FileChange(fresh, FileChangeKind.Deleted)]);
        Assert.That(harness.Current.Contains(fresh), Is.False);
    }

    [Test]
    public async Task ChangedProject_OnlyItIsLoadedAgain()
    {
        using var folder = new TempFolder();
        folder.Write("One/One.csproj", Library);
        var one = folder.Write("One/A.cs", "class A { }");
        var project = folder.Write("Two/Two.csproj", Library);
        var two = folder.Write("Two/B.cs", "class B { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        var treeOfOne = await harness.DocumentOf(one).GetSyntaxTreeAsync();
        var compilationOfOne = await harness.DocumentOf(one).Project.GetCompilationAsync();
        var idOfTwo = harness.DocumentOf(two).Id;

        folder.Write("Two/Two.csproj", Library.Replace("<Nullable>enable", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><Nullable>enable"));
        harness.Session.ChangeFiles([new FileChange(project, FileChangeKind.Changed)]);
        await harness.LoadedAsync();

        Assert.That(harness.DocumentOf(two).Id, Is.EqualTo(idOfTwo));
        Assert.That(((Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)harness.DocumentOf(two).Project.CompilationOptions!).AllowUnsafe, Is.True);
        Assert.That(await harness.DocumentOf(one).GetSyntaxTreeAsync(), Is.SameAs(treeOfOne));
        Assert.That(await harness.DocumentOf(one).Project.GetCompilationAsync(), Is.SameAs(compilationOfOne));
    }
}
