using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

public sealed class OtherWordTests
{
    [Test]
    public async Task WordOfAnotherFile_IsDescribedWithIt()
    {
        var fixture = await new Fixture("x = lo$0", "/App/a.py").Write("/App/orders.py", "load_orders(path)\n").LearnAsync();
        Assert.That((await fixture.DescribeAsync("load_orders"))!.Why, Is.EqualTo("used once in this workspace, last in orders.py (by use alone; this language is not analyzed)"));
    }

    [Test]
    public async Task LearnedContext_DecidesAndIsMarked()
    {
        var fixture = await new Fixture("parser = argparse.ArgumentParser()\nparser.a$0", "/App/a.py")
            .Write("/App/b.py", string.Concat(Enumerable.Repeat("parser.add_argument(path)\n", 5)) + "animal = apple\nanimal = apple\nanimal = apple\n").LearnAsync();
        var first = (await fixture.CompleteAsync()).Candidates[0];
        Assert.That((first.Label, first.Kind, first.IsLikely), Is.EqualTo(("add_argument", CandidateKind.Method, true)));
    }

    [TestCase("a.py", "client.$0", "client.send(x)\nclient.timeout = 1\nother = 2\n", new[] { "send", "timeout" })]
    [TestCase("a.cpp", "p->$0", "p->next = 1; q = 2;\n", new[] { "next" })]
    [TestCase("a.rs", "Foo::$0", "let x = Foo::new();\n", new[] { "new" })]
    public async Task AfterMemberOperator_OnlyWhatFollowsOne(string file, string text, string elsewhere, string[] expected)
    {
        var fixture = await new Fixture(text, "/App/" + file).Write("/App/other" + Path.GetExtension(file), elsewhere).LearnAsync();
        var answer = await fixture.CompleteAsync(isExplicit: false);
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.EquivalentTo(expected));
        Assert.That(answer.IsIncomplete, Is.True, "with a letter typed there is more");
    }

    [TestCase("a.md", "End.$0")]
    [TestCase("a.py", "x = 1.$0")]
    [TestCase("a.js", "f(...$0")]
    [TestCase("a.rs", "for i in a..$0")]
    [TestCase("a.yaml", "a:$0")]
    public async Task OtherDot_IsNoMember(string file, string text)
    {
        var fixture = await new Fixture(text, "/App/" + file).Write("/App/other" + Path.GetExtension(file), "a.member = b.member\n").LearnAsync();
        Assert.That((await fixture.CompleteAsync(isExplicit: false)).Candidates, Is.Empty);
    }

    [Test]
    public async Task DeletedText_IsForgottenAtOnce()
    {
        var fixture = await new Fixture("somewhere = 1\nx = so$0", "/App/a.py").LearnAsync();
        fixture.Retype("x = som$0");
        Assert.That(await fixture.LabelsAsync(), Has.None.StartsWith("so"));
    }

    [TestCase("# loads ord$0", "orders_2")]
    [TestCase("x = 'ord$0'", "orders_2")]
    [TestCase("\"\"\"loads ord$0\n\"\"\"", "ordinary")]
    public async Task CommentOrString_OffersItsWords(string text, string expected)
    {
        var labels = await new Fixture("# ordinary\norders_2 = order\n" + text, "/App/a.py").LabelsAsync();
        Assert.That(labels, Does.Contain(expected).And.Contain("ordinary").And.Not.Contain("order").And.Not.Contain("return"));
    }

    [Test]
    public async Task StringAtAKnownPlace_IsOfferedWhole()
    {
        var fixture = await new Fixture("import x from '$0'", "/App/a.ts").Write("/App/b.ts", "import x from './lib/core';\nimport x from './lib/core';\n").LearnAsync();
        var answer = await fixture.CompleteAsync(isExplicit: false);
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.EqualTo(new[] { "./lib/core" }));
        Assert.That(fixture.Accept(answer, answer.Candidates[0]), Is.EqualTo("import x from './lib/core'"));
        answer = await fixture.Retype("import x from './lib/co$0'").CompleteAsync();
        Assert.That(fixture.Accept(answer, answer.Candidates[0]), Is.EqualTo("import x from './lib/core'"));
    }

    [TestCase("a.py", "ret$0", "return")]
    [TestCase("a.sql", "sel$0", "select")]
    [TestCase("a.sql", "SELECT a\nsel$0", "SELECT")]
    [TestCase("a.vb", "di$0", "Dim")]
    [TestCase("Dockerfile", "WORK$0", "WORKDIR")]
    public async Task Keyword_IsOffered(string file, string text, string expected)
    {
        var first = (await new Fixture(text, "/App/" + file).CompleteAsync()).Candidates[0];
        Assert.That((first.Label, first.Kind), Is.EqualTo((expected, CandidateKind.Keyword)));
    }

    [TestCase("run_all", CandidateKind.Function)]
    [TestCase("length", CandidateKind.Property)]
    [TestCase("Order", CandidateKind.Class)]
    [TestCase("LIMIT", CandidateKind.Constant)]
    [TestCase("other", CandidateKind.Variable)]
    public async Task Kind_ComesFromUse(string word, CandidateKind expected)
    {
        var fixture = new Fixture("run_all(other)\nother.length\nx: Order = LIMIT\n$0", "/App/a.py");
        Assert.That((await fixture.CompleteAsync()).Candidates.Single(candidate => candidate.Label == word).Kind, Is.EqualTo(expected));
    }

    [TestCase("a.css", "a { background-color: red; back$0", "background-color")]
    [TestCase("a.yaml", "runs-on: x\nruns-$0", "runs-on")]
    [TestCase("a.php", "$customer = 1; echo $cu$0", "$customer")]
    public async Task Names_AreWhole(string file, string text, string expected)
    {
        var fixture = new Fixture(text, "/App/" + file);
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Candidates[0].Label, Is.EqualTo(expected));
        Assert.That(fixture.Accept(answer, answer.Candidates[0]), Does.EndWith(expected));
    }
}
