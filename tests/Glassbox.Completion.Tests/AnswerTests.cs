using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

public sealed class AnswerTests
{
    [TestCase("class C { void M() { Hel$0 } }", "Hel")]
    [TestCase("class C { void M() { Hel$0per } }", "Hel", TestName = "Inside a word: up to the cursor")]
    [TestCase("class C { void M() { $0Hel } }", "", TestName = "Before a word: nothing")]
    [TestCase("class C { string s = \"😀😀\" + Hel$0; }", "Hel", TestName = "After surrogate pairs")]
    [TestCase("class C\r\n{\r\n    int x = Hel$0;\r\n}", "Hel", TestName = "CRLF")]
    [TestCase("class C { int Größe; int x = Grö$0; }", "Grö", TestName = "Letters beyond ASCII")]
    public async Task Replace_CoversTheWordUpToTheCursor(string marked, string expected)
    {
        var fixture = new Fixture(marked);
        var answer = await fixture.CompleteAsync();
        Assert.That(fixture.Text.ToString(Glassbox.Workspace.Text.SourceTextPositions.SpanOf(fixture.Text, answer.Replace)), Is.EqualTo(expected));
        Assert.That(answer.Replace.End, Is.EqualTo(fixture.Cursor));
    }

    [Test]
    public async Task Replace_CountsUtf16()
    {
        var fixture = new Fixture("class C { string s = \"😀\" + Hel$0; }");
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Replace, Is.EqualTo(new TextRange(new TextPosition(0, 28), new TextPosition(0, 31))));
    }

    [Test]
    public async Task LineSeparators_DoNotShiftLines()
    {
        var fixture = new Fixture("class C { // a\u2028b\n int x = Hel$0; }");
        Assert.That((await fixture.CompleteAsync()).Replace.Start.Line, Is.EqualTo(1));
    }

    [Test]
    public async Task SortText_OrdersLikeTheList()
    {
        var answer = await (await Fixture.InMethod("co$0").LearnAsync()).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.SortText), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(answer.Candidates.Select(candidate => candidate.SortText), Is.Unique);
        Assert.That(answer.Candidates.Select(candidate => candidate.SortText.Length).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Preselect_IsAtMostOne()
    {
        var answer = await Fixture.InMethod("order.Color = $0").CompleteAsync();
        Assert.That(answer.Candidates.Count(candidate => candidate.Preselect), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task Keys_AreUnique()
    {
        var answer = await (await Fixture.InMethod("s$0").LearnAsync()).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Key), Is.Unique);
    }

    [Test]
    public async Task TooMany_IsIncompleteAndKeepsTheBest()
    {
        var members = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"public int Member{i:D3};"));
        var fixture = new Fixture("class C { " + members + " void M() { this.Member05$0 } }");
        var answer = await fixture.CompleteAsync(new CompletionSettings { MaxItems = 20 });
        Assert.That(answer.IsIncomplete, Is.True);
        Assert.That(answer.Candidates, Has.Length.LessThanOrEqualTo(20));
        Assert.That(answer.Candidates.Take(10).Select(candidate => candidate.Label), Is.All.StartsWith("Member05"));
    }

    [Test]
    public async Task ComplexAnswer_KeepsWhatDoesNotMatchYet()
    {
        var answer = await Fixture.InMethod("order.Cus$0").CompleteAsync();
        Assert.That(answer.IsIncomplete, Is.False);
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Does.Contain("Id"), "the client filters, and the user may go back");
        Assert.That(answer.Candidates[0].Label, Is.EqualTo("Customer"));
    }

    [Test]
    public async Task TypingOn_GivesTheSameAsAskingAfresh()
    {
        const string Head = "class C { int alpha; int alphabet; int beta; void M() { ";
        var fixture = new Fixture(Head + "$0 } }");
        await fixture.CompleteAsync();
        foreach (var typed in new[] { "a", "al", "alp", "al", "b" })
        {
            var continued = await fixture.Retype(Head + typed + "$0 } }").LabelsAsync();
            var afresh = await new Fixture(Head + typed + "$0 } }").LabelsAsync();
            Assert.That(continued, Is.EqualTo(afresh), typed);
        }
    }

    [Test]
    public async Task ChangeElsewhere_IsSeen()
    {
        var fixture = Fixture.InMethod("order.$0").Write("/App/B.cs", "namespace App; public static class More { }");
        Assert.That(await fixture.LabelsAsync(), Does.Not.Contain("Added"));
        fixture.Write("/App/B.cs", "namespace App; public static class More { public static void Added(this Order order) { } }");
        Assert.That(await fixture.LabelsAsync(), Does.Contain("Added"));
    }

    [Test]
    public async Task Off_OffersNothing() =>
        Assert.That((await Fixture.InMethod("order.$0").CompleteAsync(new CompletionSettings { Enabled = false })).Candidates, Is.Empty);

    [Test]
    public void Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(async () => await Fixture.InMethod("order.$0").CompleteAsync(cancellationToken: source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task UnknownDocument_GetsNothing()
    {
        var fixture = Fixture.InMethod("$0");
        var query = new CompletionQuery(DocumentPath.FromFile("/nowhere/X.cs"), new TextPosition(0, 0), null, IsExplicit: true);
        Assert.That((await fixture.Engine.CompleteAsync(fixture.Snapshot, query, new CompletionSettings(), CancellationToken.None)).Candidates, Is.Empty);
    }

    [Test]
    public async Task AnyTruncation_IsAnswered()
    {
        const string Text = "#if A\nusing System;\n#endif\nnamespace N { [Obsolete(\"x\")] class C<T> : List<T> where T : class, new() { string this[int i] => $\"{i:x}{{\" + @\"a\"\"b\"; event Action E { add { } remove { } } void M() { var q = from x in new[] { 1 } where x is > 0 and not 3 select new { x, Y = (T?)null }; switch (q) { case { } y when y != null: goto default; default: break; } foreach (var (a, b) in z) checked { a?.b![1]++; } } } }";
        for (var end = 0; end <= Text.Length; end++)
        {
            var answer = await new Fixture(Text[..end] + "$0").CompleteAsync();
            Assert.That(answer.Candidates.IsDefault, Is.False);
        }
    }

    [Test]
    public async Task EveryPositionOfAWholeText_IsAnswered()
    {
        const string Text = "using System;\nclass C { int P { get; set; } void M(int a, string b = \"c\") { if (a > 0) { Console.WriteLine($\"{a} {b}\"); } else return; } }\n";
        var fixture = new Fixture(Text);
        for (var at = 0; at <= Text.Length; at++) Assert.That((await fixture.Retype(Text.Insert(at, "$0")).CompleteAsync()).Candidates.IsDefault, Is.False);
    }

    [Test]
    public async Task EveryPositionOfCommentsAndStrings_IsAnswered()
    {
        const string Text = "/// <summary>a <see cref=\"C.M(int)\"/> <c>\n/// <param name=\"x\nclass C : System.IDisposable { /** <para>b */ partial void M(int x) { var s = string.Format(\"{0:N2} {\", x) + $\"{x:D4} {{\" + @\"\\d\"\"\"; System.IO.File.Exists(\"../\\\"); new Uri(\"\"\"ht\"\"\"); f(\"a\"u8, (a, b) => 1); } void IDisposable. partial ";
        var fixture = new Fixture(Text);
        for (var at = 0; at <= Text.Length; at++)
        {
            Assert.That((await fixture.Retype(Text.Insert(at, "$0")).CompleteAsync()).Candidates.IsDefault, Is.False);
            Assert.That((await new Fixture(Text[..at] + "$0").CompleteAsync()).Candidates.IsDefault, Is.False);
        }
    }

    [TestCase("StringBuilder", "StringBuilder", NameMatch.Exact)]
    [TestCase("StringBuilder", "Str", NameMatch.Prefix)]
    [TestCase("StringBuilder", "str", NameMatch.PrefixIgnoringCase)]
    [TestCase("StringBuilder", "SB", NameMatch.Humps)]
    [TestCase("StringBuilder", "strb", NameMatch.Humps)]
    [TestCase("HTTPClient", "hc", NameMatch.Humps)]
    [TestCase("_field_name", "fn", NameMatch.Humps)]
    [TestCase("StringBuilder", "build", NameMatch.Humps)]
    [TestCase("StringBuilder", "uild", NameMatch.Substring)]
    [TestCase("StringBuilder", "sgr", NameMatch.Subsequence)]
    [TestCase("StringBuilder", "xyz", NameMatch.None)]
    [TestCase("A", "AB", NameMatch.None)]
    public void Names_MatchAsPeopleType(string name, string typed, object expected) =>
        Assert.That(NameMatcher.Match(name, typed), Is.EqualTo(expected));
}
