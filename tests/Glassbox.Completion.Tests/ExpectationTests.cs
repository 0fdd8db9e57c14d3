using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

/// <summary>What the place asks for: delegates, truth values, members that are not set yet.</summary>
public sealed class ExpectationTests
{
    [TestCase("orders.Where($0)", "o =>", TestName = "A local has the name: another")]
    [TestCase("orders.Select($0)", "(o, index) =>")]
    [TestCase("orders.ForEach($0)", "o =>")]
    [TestCase("Action a = $0;", "() =>")]
    [TestCase("Func<int, int, int> f = $0;", "(x, y) =>")]
    [TestCase("AppDomain.CurrentDomain.ProcessExit += $0;", "(sender, e) =>")]
    [TestCase("System.Linq.Expressions.Expression<Func<string, bool>> e = $0;", "x =>")]
    [TestCase("Comparison<Version> c = $0;", "(x, y) =>")]
    [TestCase("Func<Version, Version, int> f = $0;", "(version, v) =>", TestName = "Two of one type")]
    [TestCase("System.Threading.Tasks.Task.Run($0);", "() =>")]
    public async Task Delegate_BringsTheHeadOfALambda(string body, string expected)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        var heads = answer.Candidates.Where(candidate => candidate.Kind == CandidateKind.Snippet).Select(candidate => candidate.Label).ToArray();
        Assert.That(heads, Does.Contain(expected));
    }

    [Test]
    public async Task Lambda_IsWrittenForBothKindsOfClients()
    {
        var fixture = Fixture.InMethod("orders.ForEach($0);");
        var answer = await fixture.CompleteAsync();
        var head = answer.Candidates.Single(candidate => candidate.Label == "o =>");
        Assert.That((head.InsertText, head.Snippet), Is.EqualTo(("o => ", "${1:o} => $0")));
    }

    [TestCase("var x = count $0")]
    [TestCase("Paint($0);")]
    [TestCase("orders.Where(x => $0)")]
    [TestCase("orders.Where(($0))")]
    [TestCase("order.$0")]
    public async Task NoDelegate_BringsNone(string body) =>
        Assert.That((await Fixture.InMethod(body).LabelsAsync()).Where(label => label.EndsWith("=>", StringComparison.Ordinal)), Is.Empty);

    [TestCase("bool b = $0;")]
    [TestCase("order.Total(1, $0);")]
    [TestCase("if ($0) { }")]
    [TestCase("while (!$0) { }")]
    public async Task Truth_IsOffered(string body) => Assert.That(await Fixture.InMethod(body).LabelsAsync(), Does.Contain("true").And.Contain("false"));

    [TestCase("var o = new Order { Id = 1, $0 };", "Customer Color", "Id order if")]
    [TestCase("var o = new Order { $0, Id = 1 };", "Customer", "Id")]
    [TestCase("var o = new Order { Id$0 };", "Id", "if")]
    [TestCase("if (order is { Id: 1, $0 }) { }", "Customer", "Id")]
    [TestCase("if (order is { Id$0: 1 }) { }", "Id Customer", "if")]
    [TestCase("var xs = new List<int> { $0 };", "count new Capacity", "if return")]
    [TestCase("var xs = new List<int> { 1, co$0 };", "count", "if")]
    [TestCase("var xs = new Dictionary<int, Order> { [co$0] = order };", "count", "if")]
    [TestCase("var xs = new Dictionary<int, Order> { { 1, or$0 } };", "order", "if")]
    [TestCase("int[] xs = [co$0];", "count", "if")]
    [TestCase("var xs = new[] { co$0 };", "count", "if")]
    public async Task Initializer_OffersWhatIsNotSet(string body, string expected, string refused) =>
        await CheckAsync(Fixture.InMethod(body), expected, refused);

    [TestCase("record P(int A, int B); class C { P M(P p) => p with { A = 1, $0 }; }", "B", "A p")]
    [TestCase("using System; [Obsolete(DiagnosticId = \"a\", $0)] class C { }", "UrlFormat", "DiagnosticId")]
    [TestCase("class C { [$0] void M() { } }", "return: method:", "assembly:")]
    [TestCase("[$0] class C { }", "assembly: type:", "field:")]
    [TestCase("class A : System.Attribute { } class C { [A$0] void M() { } }", "A", "C")]
    [TestCase("using static System.$0;", "Math Console Text", "if")]
    [TestCase("using X = $0;", "System", "if")]
    [TestCase("using $0;", "System static", "if")]
    public async Task Declaration_OffersWhatFits(string text, string expected, string refused) =>
        await CheckAsync(new Fixture(text), expected, refused);

    private static async Task CheckAsync(Fixture fixture, string expected, string refused)
    {
        var labels = await fixture.LabelsAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 });
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split(' ').Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split(' ').Intersect(labels), Is.Empty, "too many");
        });
    }
}
