using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;

namespace Glassbox.Workspace.Tests;

public sealed class SolutionTests
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>";

    private const string Slnx = "<Solution><Project Path=\"A/A.csproj\" /></Solution>";

    private const string Sln = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "B", "B\B.csproj", "{11111111-1111-1111-1111-111111111111}"
        EndProject
        Global
        EndGlobal
        """;

    [Test]
    public async Task Solutions_OfBothFormats_AreLoadedTogether()
    {
        using var folder = Folder();
        folder.Write("One.slnx", Slnx);
        folder.Write("Two.sln", Sln);
        Assert.That(await ProjectsOf(folder), Is.EqualTo(new[] { "A data", "B data" }));
    }

    [Test]
    public async Task SolutionNamedLikeTheFolder_IsChosen()
    {
        using var folder = Folder();
        folder.Write(Path.GetFileName(folder.Root) + ".slnx", Slnx);
        folder.Write("Two.sln", Sln);
        Assert.That(await ProjectsOf(folder), Does.Contain("A data").And.Not.Contain("B data"));
    }

    [Test]
    public async Task SettingNamesTheSolution()
    {
        using var folder = Folder();
        folder.Write("One.slnx", Slnx);
        folder.Write("Two.sln", Sln);
        folder.Write("Only.slnf", "{ \"solution\": { \"path\": \"One.slnx\", \"projects\": [ \"A\\\\A.csproj\" ] } }");
        Assert.That(await ProjectsOf(folder, "Two.sln"), Does.Contain("B data").And.Not.Contain("A data"));
        Assert.That(await ProjectsOf(folder, "Only.slnf"), Does.Contain("A data").And.Not.Contain("B data"));
        Assert.That(await ProjectsOf(folder, "B/B.csproj"), Does.Contain("B data").And.Not.Contain("A data"));
    }

    [Test]
    public async Task BrokenSolution_IsNamed_AndTheProjectsAreFound()
    {
        using var folder = Folder();
        folder.Write("One.slnx", "<Solution><Project Path=");
        await using var harness = await SessionHarness.LoadAsync(folder);
        Assert.That(harness.Session.Describe().Projects.Select(project => project.Name), Is.SupersetOf(new[] { "A", "B" }));
        await harness.DisposeAsync();
        Assert.That(harness.Messages.Single(message => message.Level == MessageLevel.Warning).Text, Does.Contain("One.slnx"));
    }

    [Test]
    public async Task SeveralFrameworks_TheNewestIsRead_AndTrustBringsAll()
    {
        using var folder = new TempFolder();
        folder.Write("M/M.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks></PropertyGroup></Project>");
        var path = folder.Write("M/A.cs", "#if NET10_0\nclass A { System.DateOnly D; }\n#endif");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        Assert.That(harness.DocumentOf(path).Project.ParseOptions!.PreprocessorSymbolNames, Does.Contain("NET10_0"));
        Assert.That(harness.Session.Describe().Projects.Single().Problems.Single(), Does.StartWith("Read for net10.0 only"));
    }

    [Test]
    public async Task CircularReferences_DoNotStopTheLoad()
    {
        using var folder = new TempFolder();
        folder.Write("A/A.csproj", Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../B/B.csproj\" /></ItemGroup></Project>"));
        folder.Write("B/B.csproj", Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../A/A.csproj\" /></ItemGroup></Project>"));
        var path = folder.Write("A/A.cs", "class A { }");
        folder.Write("B/B.cs", "class B { }");
        await using var harness = await SessionHarness.LoadAsync(folder);

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        Assert.That(harness.Session.Describe().Projects.SelectMany(project => project.Problems), Has.Some.Contains("circle"));
        await harness.DisposeAsync();
        Assert.That(harness.Messages.Where(message => message.Show).Select(message => message.Text), Has.Some.StartsWith("A/A.csproj: It and B reference each other"));
    }

    [Test]
    public async Task ReferenceToAProjectThatIsNotThere_IsSaidOnce_AndTheProjectLoads()
    {
        using var folder = new TempFolder();
        folder.Write("A/A.csproj", Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../Gone/Gone.csproj\" /></ItemGroup></Project>"));
        var path = folder.Write("A/A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder);
        harness.Session.Reload();
        await harness.LoadedAsync();

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        await harness.DisposeAsync();
        Assert.That(
            harness.Messages.Where(message => message.Show).Select(message => message.Text),
            Is.EqualTo(new[] { $"A/A.csproj: It references ..{Path.DirectorySeparatorChar}Gone{Path.DirectorySeparatorChar}Gone.csproj, which does not exist: correct or remove the ProjectReference." }));
    }

    [Test]
    public async Task RemovedFolder_GoesWithItsProjects_AndAddedOneComes()
    {
        using var folder = Folder();
        await using var harness = await SessionHarness.LoadAsync(folder, folders: [folder["A"]]);
        harness.Session.ChangeFolders(new FolderChange([folder["B"]], [folder["A"]]));
        await harness.LoadedAsync();

        Assert.That(harness.Session.Describe().Projects.Select(project => project.Name), Is.EqualTo(new[] { "B" }));
        Assert.That(harness.Current.Documents.Select(path => path.Name), Is.EqualTo(new[] { "B.cs" }));
    }

    private static TempFolder Folder()
    {
        var folder = new TempFolder();
        folder.Write("A/A.csproj", Project);
        folder.Write("A/A.cs", "class A { }");
        folder.Write("B/B.csproj", Project);
        folder.Write("B/B.cs", "class B { }");
        return folder;
    }

    private static async Task<string[]> ProjectsOf(TempFolder folder, string solution = "")
    {
        await using var harness = await SessionHarness.LoadAsync(folder, settings: new WorkspaceSettings { Solution = solution });
        return [.. harness.Session.Describe().Projects.Where(project => project.Tier != "loose").Select(project => $"{project.Name} {project.Tier}")];
    }
}
