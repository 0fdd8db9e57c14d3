using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;

namespace Glassbox.Completion.Tests;

/// <summary>What accepts a candidate, and what accepting a method inserts.</summary>
public sealed class CommitTests
{
    [TestCase("order.$0")]
    [TestCase("$0")]
    [TestCase("var x = or$0;")]
    [TestCase("List<Or$0> xs;")]
    [TestCase("Paint($0);")]
    public async Task Names_AreAcceptedByWhatMayFollowThem(string body)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        Assert.That(answer.CommitCharacters, Does.Contain(".").And.Contain(";").And.Contain("("));
        Assert.That(answer.CommitCharacters, Does.Not.Contain(" ").And.Not.Contain("="));
    }

    [TestCase("orders.Where($0)", TestName = "A delegate is expected")]
    [TestCase("orders.Where(o$0)", TestName = "A delegate is expected, a letter is typed")]
    [TestCase("orders.Aggregate(0, (a$0))", TestName = "Parentheses where a delegate is expected")]
    [TestCase("orders.Aggregate(0, (a, b$0))", TestName = "Second parameter where a delegate is expected")]
    [TestCase("Unknown(o$0)", TestName = "Nobody knows what is called")]
    [TestCase("Func<int, int> f = $0;", TestName = "A delegate is declared")]
    [TestCase("Action<int, int> f = (int a, $0) => { };", TestName = "In a lambda's list")]
    [TestCase("if (order $0)", TestName = "Only operators fit")]
    public async Task WhereANewNameMayBeMeant_NothingAccepts(string body)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.CommitCharacters ?? answer.CommitCharacters), Is.All.Empty);
    }

    [Test]
    public async Task CommaInParentheses_AcceptsNothing() =>
        Assert.That((await Fixture.InMethod("var t = (co$0").CompleteAsync()).CommitCharacters, Does.Not.Contain(",").And.Contain("."));

    [Test]
    public async Task KeywordsAndStubs_AreAcceptedOnPurposeOnly()
    {
        var answer = await Fixture.InMethod("$0").CompleteAsync();
        Assert.That(answer.Candidates.Where(candidate => candidate.Kind == CandidateKind.Keyword).Select(candidate => candidate.CommitCharacters), Is.All.Empty);
        Assert.That(answer.Candidates.Single(candidate => candidate.Label == "order").CommitCharacters, Is.Null);
        var stubs = await new Fixture("class C { override $0 }").CompleteAsync();
        Assert.That(stubs.Candidates.Select(candidate => candidate.CommitCharacters ?? stubs.CommitCharacters), Is.All.Empty);
    }

    [Test]
    public async Task Initializer_IsAcceptedByItsAssignment() =>
        Assert.That((await Fixture.InMethod("var o = new Order { $0 };").CompleteAsync()).CommitCharacters, Does.Contain(" ").And.Contain("="));

    [TestCase("order.$0", "Total", "Total($1)")]
    [TestCase("order.$0", "ToString", "ToString()$0")]
    [TestCase("$0", "Helper", "Helper()$0")]
    [TestCase("$0", "Paint", "Paint($1)")]
    [TestCase("var x = $0;", "Paint", "Paint($1)")]
    [TestCase("orders.$0", "OfType", "OfType<$1>()")]
    [TestCase("orders.$0", "Where", "Where($1)")]
    [TestCase("void Local<T>(int x) { } \n $0", "Local", "Local<$1>($2)")]
    [TestCase("count = order.$0;", "Total", "Total($1)")]
    [TestCase("orders.Add(order.$0);", "Total", "Total($1)")]
    [TestCase("void @class() { } \n cl$0", "class", "@class()$0")]
    public async Task Method_BringsItsParentheses(string body, string label, string expected)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == label && candidate.Kind is CandidateKind.Method or CandidateKind.Function);
        Assert.Multiple(() =>
        {
            Assert.That(candidate.Snippet, Is.EqualTo(expected));
            Assert.That(candidate.FilterText, Is.Null);
            Assert.That(candidate.InsertText ?? candidate.Label, Does.Not.Contain("("), "for a client that knows no snippets");
            Assert.That(candidate.SnippetCommitCharacters, expected.EndsWith("$0", StringComparison.Ordinal) ? Does.Contain(".") : Is.Empty);
        });
    }

    [TestCase("order.$0(1)", "Total", TestName = "Parentheses follow")]
    [TestCase("order.To$0 (1)", "Total", TestName = "Parentheses follow after a space")]
    [TestCase("order.$0Other", "Total", TestName = "In a word")]
    [TestCase("orders.$0<int>()", "OfType", TestName = "Type arguments follow")]
    [TestCase("var n = nameof($0);", "Paint", TestName = "In nameof")]
    [TestCase("var n = nameof(order.$0);", "Total", TestName = "In nameof after a dot")]
    [TestCase("Action a = $0;", "Helper", TestName = "A delegate is declared")]
    [TestCase("orders.ForEach($0);", "Paint", TestName = "A delegate is taken")]
    [TestCase("orders.ForEach(this.$0);", "Paint", TestName = "A delegate is taken, after a dot")]
    [TestCase("AppDomain.CurrentDomain.ProcessExit += $0;", "Paint", TestName = "An event is added to")]
    [TestCase("AppDomain.CurrentDomain.ProcessExit += this.$0;", "Paint", TestName = "An event is added to, after a dot")]
    public async Task MethodThatIsNotCalled_ComesAlone(string body, string label)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        Assert.That(answer.Candidates.First(candidate => candidate.Label == label).Snippet, Is.Null);
    }

    [Test]
    public async Task SwitchedOff_MethodsComeAlone()
    {
        var answer = await Fixture.InMethod("order.$0").CompleteAsync(new CompletionSettings { ParameterSnippets = false });
        Assert.That(answer.Candidates.Select(candidate => candidate.Snippet), Is.All.Null);
    }
}
