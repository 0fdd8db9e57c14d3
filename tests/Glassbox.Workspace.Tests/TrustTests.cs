using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Testing;

namespace Glassbox.Workspace.Tests;

public sealed class TrustTests
{
    private const string Planted = """
        <Project Sdk="Microsoft.NET.Sdk" InitialTargets="Plant">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <Target Name="Plant"><WriteLinesToFile File="$(MSBuildThisFileDirectory)planted.txt" Lines="ran" /></Target>
        </Project>
        """;

    [Test]
    public async Task PlantedTarget_DoesNotRunBeforeTrust_AndTheSessionAsksOnce()
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", Planted);
        var path = folder.Write("App/A.cs", "class A { List<int> L = []; }");
        await using var harness = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true);
        harness.Session.Reload();
        await harness.LoadedAsync();

        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        Assert.That(File.Exists(folder["App/planted.txt"].Value), Is.False);
        await harness.DisposeAsync();
        var question = harness.Questions.Single();
        Assert.That(question.Projects, Is.EqualTo(new[] { "App/App.csproj" }));
    }

    [Test]
    public async Task TrustGiven_EvaluatesInPlace_WithTheBufferOnTop()
    {
        using var folder = new TempFolder();
        folder.Write("App/App.csproj", Planted);
        var path = folder.Write("App/A.cs", "class A { }");
        await using var harness = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true);
        harness.Open(path, "class A { List<int> Typed = []; }", version: 7);
        var before = harness.DocumentOf(path).Id;

        harness.Session.DecideTrust(new TrustAnswer(folder.Path, TrustDecision.Trusted, Remember: true));
        await harness.LoadedAsync();

        Assert.That(harness.Session.Describe().Folders.Single(), Is.EqualTo(new FolderStatus(folder.Path, TrustDecision.Trusted, "evaluated")));
        Assert.That(harness.DocumentOf(path).Id, Is.EqualTo(before));
        Assert.That(await harness.TextOf(path), Does.Contain("Typed"));
        Assert.That(harness.Current.VersionOf(path), Is.EqualTo(7));
        Assert.That(await harness.ErrorsIn(path), Is.Empty);
        Assert.That(File.Exists(folder["App/planted.txt"].Value), Is.True, "the test's own plant works");
    }

    [Test]
    public async Task RememberedAnswer_IsNotAskedAgain()
    {
        using var folder = new TempFolder();
        using var state = new TempFolder();
        folder.Write("App/App.csproj", Planted);
        folder.Write("App/A.cs", "class A { }");
        await using (var first = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true, state.Root))
            first.Session.DecideTrust(new TrustAnswer(folder.Path, TrustDecision.Untrusted, Remember: true));
        await using var second = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true, state.Root);

        Assert.That(second.Session.Describe().Folders.Single().Trust, Is.EqualTo(TrustDecision.Untrusted));
        await second.DisposeAsync();
        Assert.That(second.Questions, Is.Empty);
        Assert.That(second.Messages.Single().Text, Does.Contain("not trusted"));
        Assert.That(File.Exists(folder["App/planted.txt"].Value), Is.False);
    }

    [Test]
    public async Task CorruptedStateFile_RemembersNothing()
    {
        using var folder = new TempFolder();
        using var state = new TempFolder();
        state.Write("trust.json", "{ \"" + folder.Root);
        folder.Write("App/App.csproj", Planted);
        await using var harness = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true, state.Root);

        Assert.That(harness.Session.Describe().Folders.Single().Trust, Is.EqualTo(TrustDecision.Undecided));
        harness.Session.DecideTrust(new TrustAnswer(folder.Path, TrustDecision.Untrusted, Remember: true));
        await using var second = await SessionHarness.LoadAsync(folder, TrustDecision.Undecided, canAsk: true, state.Root);
        Assert.That(second.Session.Describe().Folders.Single().Trust, Is.EqualTo(TrustDecision.Untrusted));
    }

    [Test]
    public async Task Sample_Evaluated_CompilesWithoutErrors()
    {
        using var folder = new TempFolder();
        await using var harness = await SessionHarness.LoadAsync(folder, TrustDecision.Trusted, folders: [DocumentPath.FromFile(Repository.Combine("samples", "Shop"))]);

        Assert.That(harness.Session.Describe().Projects.Select(project => project.Tier), Is.EqualTo(new[] { "evaluated", "evaluated", "evaluated" }));
        Assert.That(await harness.Errors(), Is.Empty);
    }
}
