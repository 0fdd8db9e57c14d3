using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;

namespace Glassbox.Completion.Tests;

public sealed class WordTests
{
    [Test]
    public async Task OtherLanguage_OffersWordsOfTheDocument()
    {
        var answer = await new Fixture("def load_orders(path):\n    return lo$0", "/App/a.py").CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Does.Contain("load_orders").And.Contain("path"));
        Assert.That(answer.Candidates[0].Label, Is.EqualTo("load_orders"));
        Assert.That(answer.Provenance.Engine, Is.EqualTo("words"));
        Assert.That(answer.IsIncomplete, Is.False);
    }

    [Test]
    public async Task WordBeingTyped_IsNotOffered() =>
        Assert.That(await new Fixture("alpha beta gam$0", "/App/a.txt").LabelsAsync(), Is.EquivalentTo(new[] { "alpha", "beta" }));

    [Test]
    public async Task LearnedDocuments_OfTheSameKindCount()
    {
        var fixture = new Fixture("x = so$0", "/App/a.py").Write("/App/b.py", "something = 1").Write("/App/c.js", "someOther = 1");
        await fixture.LearnAsync();
        Assert.That(await fixture.LabelsAsync(), Does.Contain("something").And.Not.Contain("someOther"));
    }

    [Test]
    public async Task FrequentAndNear_ComeFirst()
    {
        var fixture = new Fixture("const_far = 1\n" + new string('\n', 5000) + "const_near = 1\nconst_often; const_often; const_often; const_often\ncon$0", "/App/a.py");
        Assert.That((await fixture.LabelsAsync()).Where(label => label.StartsWith("const", StringComparison.Ordinal)), Is.EqualTo(new[] { "const_often", "const_near", "const_far" }));
    }

    [Test]
    public async Task SurrogatePairs_ArePartOfWords()
    {
        var fixture = new Fixture("𝒜lpha 😀 𝒜l$0", "/App/a.txt");
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.EqualTo(new[] { "𝒜lpha" }));
        Assert.That(fixture.Text.ToString(fixture.Text.SpanOf(answer.Replace)), Is.EqualTo("𝒜l"));
    }

    [Test]
    public async Task WithoutAWord_OnlyWhenAsked()
    {
        var fixture = new Fixture("alpha $0", "/App/a.txt");
        Assert.That((await fixture.CompleteAsync(isExplicit: false)).Candidates, Is.Empty);
        Assert.That((await fixture.CompleteAsync(isExplicit: true)).Candidates, Is.Not.Empty);
    }

    [Test]
    public async Task Number_GetsNothing() =>
        Assert.That((await new Fixture("alpha 12$0", "/App/a.txt").CompleteAsync()).Candidates, Is.Empty);

    [Test]
    public async Task Word_IsDescribed()
    {
        var description = await new Fixture("alpha alpha al$0", "/App/a.txt").DescribeAsync("alpha");
        Assert.That(description!.Why, Is.EqualTo("used 2 times in this workspace, last in this file (by use alone; this language is not analyzed)"));
    }

    [Test]
    public async Task CSharpOutsideTheSolution_GetsWords()
    {
        var fixture = new Fixture("class C { }");
        var path = DocumentPath.FromUri("untitled:x.cs");
        var text = Microsoft.CodeAnalysis.Text.SourceText.From("alpha al");
        var buffers = System.Collections.Immutable.ImmutableDictionary<DocumentPath, Glassbox.Workspace.Snapshots.OpenBuffer>.Empty
            .Add(path, new Glassbox.Workspace.Snapshots.OpenBuffer("csharp", 1, text));
        var snapshot = new Glassbox.Workspace.Snapshots.RoslynSnapshot(1, fixture.Snapshot.Solution, buffers);
        var answer = await fixture.Engine.CompleteAsync(snapshot, new CompletionQuery(path, new TextPosition(0, 8), null, IsExplicit: false), new CompletionSettings(), CancellationToken.None);
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.EqualTo(new[] { "alpha" }));
    }

    [Test]
    public async Task FilesNotOpen_AreReadFromDiskAndForgottenWithIt()
    {
        var folder = Directory.CreateTempSubdirectory("glassbox-words-");
        try
        {
            var file = DocumentPath.FromFile(Path.Combine(folder.FullName, "other.py"));
            var binary = DocumentPath.FromFile(Path.Combine(folder.FullName, "binary.py"));
            await File.WriteAllTextAsync(file.Value, "something = 1");
            await File.WriteAllTextAsync(binary.Value, "nonsense\0nonsense");
            var fixture = new Fixture("x = so$0", "/App/a.py");
            fixture.OtherFiles = [file, binary];
            await fixture.LearnAsync();
            Assert.That(await fixture.LabelsAsync(), Does.Contain("something").And.Not.Contain("nonsense"));
            await File.WriteAllTextAsync(file.Value, "somewhere = 1, 2");
            await fixture.LearnAsync();
            Assert.That(await fixture.LabelsAsync(), Does.Contain("somewhere").And.Not.Contain("something"));
            File.Delete(file.Value);
            await fixture.LearnAsync(file);
            Assert.That(await fixture.LabelsAsync(), Does.Not.Contain("somewhere"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task HugeFile_IsAnsweredFromTheSurroundings()
    {
        var huge = string.Concat(Enumerable.Range(0, 700_000).Select(i => $"word{i} filler text here\n"));
        var fixture = new Fixture(huge + "wo$0", "/App/big.txt");
        await fixture.LearnAsync();
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Candidates[0].Label, Does.StartWith("word"));
        Assert.That(answer.Candidates, Has.Length.LessThanOrEqualTo(1000));
        Assert.That(answer.IsIncomplete, Is.True);
    }
}
