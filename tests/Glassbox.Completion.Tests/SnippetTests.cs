using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

/// <summary>Blocks with places to fill.</summary>
public sealed class SnippetTests
{
    [TestCase("class C { void M() { $0 } }", "if for forr foreach while do switch try tryf using lock cw", "else prop class test")]
    [TestCase("class C { void M() { if (true) { } $0 } }", "else if", "prop")]
    [TestCase("class C { $0 }", "prop propg propfull ctor method class enum", "if cw test")]
    [TestCase("interface C { $0 }", "prop propg method", "propfull ctor if")]
    [TestCase("static class C { $0 }", "prop method", "ctor")]
    [TestCase("class C { public $0 }", "class enum", "prop ctor method")]
    [TestCase("record C(int A) { $0 }", "prop", "ctor")]
    [TestCase("class C { void M() { const $0 } }", "", "if cw")]
    [TestCase("class C { void M() { var x = $0 } }", "", "if cw switch")]
    [TestCase("class C { void M() { x.$0 } }", "", "if cw prop")]
    [TestCase("namespace N { $0 }", "class interface record enum struct", "prop if")]
    [TestCase("$0", "class cw if", "prop")]
    [TestCase("using NUnit.Framework; class C { $0 }", "test", "if")]
    [TestCase("using Xunit; class C { $0 }", "test", "if")]
    public async Task Place_OffersItsBlocksOnly(string text, string expected, string refused)
    {
        var labels = (await SnippetsAsync(new Fixture(text))).Select(candidate => candidate.Label).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(labels), Is.Empty, "too many");
        });
    }

    [Test]
    public async Task EveryBlock_ParsesAndBindsToNothingBroken([Values("class C\n{\n    void M()\n    {\n        if (true) { }\n        $0\n    }\n}", "class C\n{\n    $0\n}", "$0")] string text)
    {
        var fixture = new Fixture(text);
        var answer = await fixture.CompleteAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 });
        foreach (var candidate in answer.Candidates.Where(candidate => candidate.Kind == CandidateKind.Snippet))
        {
            var accepted = fixture.Accept(answer, candidate);
            var errors = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(accepted).GetDiagnostics().Select(error => error.Id).Where(id => id != "CS1525");
            Assert.That(errors, Is.Empty, accepted);
        }
    }

    [Test]
    public async Task Style_FollowsTheFile()
    {
        var braces = await OfAsync("class C {\n\tvoid M() {\n\t\tif (true) {\n\t\t}\n\t\t$0\n\t}\n}", "else");
        Assert.That(braces.Snippet, Is.EqualTo("else {\n\t$0\n}"));
        var lines = await OfAsync("class C\n{\n  void M()\n  {\n    $0\n  }\n}", "try");
        Assert.That(lines.Snippet, Is.EqualTo("try\n{\n  $1\n}\ncatch (${2:Exception} ${3:exception})\n{\n  $0\n}"));
        var joined = await OfAsync("class C {\n  void M() {\n    $0\n  }\n}", "try");
        Assert.That(joined.Snippet, Is.EqualTo("try {\n  $1\n} catch (${2:Exception} ${3:exception}) {\n  $0\n}"));
    }

    [Test]
    public async Task Constructor_BearsTheTypesName() =>
        Assert.That((await OfAsync("class Basket { $0 }", "ctor")).Snippet, Does.StartWith("public Basket($1)"));

    [Test]
    public async Task Constructor_TakesAndAssignsWhatIsUnset()
    {
        var fixture = new Fixture("class Basket\n{\n    private readonly int size;\n    private readonly string _name;\n    private readonly int set = 1;\n    public int[] Items { get; }\n    $0\n}");
        var answer = await fixture.CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "ctor(size, name, items)");
        Assert.That(candidate.FilterText, Is.EqualTo("ctor"));
        Assert.That(candidate.Snippet, Is.EqualTo("public Basket(int size, string name, int[] items)\n{\n    this.size = size;\n    _name = name;\n    Items = items;\n\\}$0"));
        Assert.That(await fixture.ErrorsOfAsync(fixture.Accept(answer, candidate)), Is.Empty);
    }

    [Test]
    public async Task Constructor_LeavesWhatAnotherSets() =>
        Assert.That(
            (await SnippetsAsync(new Fixture("class C { readonly int a; C() { a = 1; } $0 }"))).Select(candidate => candidate.Label), Has.None.StartsWith("ctor("));

    [Test]
    public async Task Type_IsNamedLikeItsFile()
    {
        var snippets = await SnippetsAsync(new Fixture("namespace N;\n$0", "/App/Basket.cs"));
        Assert.That(snippets.Single(candidate => candidate.Label == "class").Snippet, Does.Contain("${1:Basket}"));
        Assert.That(snippets.Single(candidate => candidate.Label == "interface").Snippet, Does.Contain("${1:IBasket}"));
    }

    [Test]
    public async Task PlainClients_GetWhatMakesSenseWithoutStops()
    {
        var member = await OfAsync("class C { $0 }", "prop");
        Assert.That((member.IsSnippetOnly, member.InsertText), Is.EqualTo((false, "public int Name { get; set; }")));
        Assert.That((await OfAsync("class C { void M() { $0 } }", "foreach")).IsSnippetOnly, Is.True, "the keyword is there");
    }

    [Test]
    public async Task Description_ShowsTheBlock()
    {
        var fixture = new Fixture("class C { void M() { $0 } }");
        var description = await fixture.DescribeAsync("forr");
        Assert.That(description!.Documentation, Does.StartWith("```csharp\nfor (var i = count - 1;"));
    }

    private static async Task<CompletionCandidate> OfAsync(string text, string label) =>
        (await SnippetsAsync(new Fixture(text))).Single(candidate => candidate.Label == label);

    private static async Task<CompletionCandidate[]> SnippetsAsync(Fixture fixture) =>
        [.. (await fixture.CompleteAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 })).Candidates.Where(candidate => candidate.Kind == CandidateKind.Snippet)];
}
