using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

/// <summary>Completion in documentation comments.</summary>
public sealed class DocCommentTests
{
    private const string Member = "\n    int Sum<T>(int first, int second) { throw new System.InvalidOperationException(); }\n}";

    [TestCase("class C\n{\n    /// <$0", "summary|param name=\"first\"|param name=\"second\"|typeparam name=\"T\"|returns|exception cref=\"System.InvalidOperationException\"|inheritdoc|remarks|example", "value|see cref")]
    [TestCase("class C\n{\n    /// <par$0", "param name=\"first\"", "value")]
    [TestCase("class C\n{\n    /** <$0 */", "summary|param name=\"first\"", "see cref")]
    [TestCase("class C\n{\n    /// <summary>a</summary>\n    /// <param name=\"first\"></param>\n    /// <$0", "param name=\"second\"|returns", "summary|param name=\"first\"")]
    [TestCase("class C\n{\n    /// <summary>See <$0", "see cref|see langword|paramref name=\"first\"|typeparamref name=\"T\"|c|code|para|/summary", "summary|param name=\"first\"")]
    [TestCase("class C\n{\n    /// <summary>See <see cref=\"C\"/>\n    /// and <$0</summary>", "see cref", "summary")]
    [TestCase("class C\n{\n    /// <summary>a</$0", "summary", "returns")]
    [TestCase("class C\n{\n    /// <param $0", "name", "cref")]
    [TestCase("class C\n{\n    /// <param name=\"$0", "first|second", "T|C")]
    [TestCase("class C\n{\n    /// <param name=\"fi$0\"></param>", "first", "T")]
    [TestCase("class C\n{\n    /// <summary>a <paramref name=\"$0\"/></summary>", "first|second", "T")]
    [TestCase("class C\n{\n    /// <summary>a <typeparamref name=\"$0\"/></summary>", "T", "first")]
    [TestCase("class C\n{\n    /// <summary>a <see langword=\"$0\"/></summary>", "null|true|false", "C")]
    [TestCase("class C\n{\n    /// <summary>a <see cref=\"$0\"/></summary>", "C|Sum|System", "first")]
    [TestCase("class C\n{\n    /// <summary>a <see cref=\"System.Str$0\"/></summary>", "String|StringComparer", "C")]
    [TestCase("class C\n{\n    /// <summary>a <see cref=\"System.String.$0\"/></summary>", "Length|IsNullOrEmpty", "C|String")]
    [TestCase("using System;\nclass C\n{\n    /// <exception cref=\"$0\"></exception>", "ArgumentException|System", "C|String")]
    [TestCase("class C\n{\n    /// $0", "summary|<summary> <typeparam> <param> <returns>", "see cref")]
    public async Task Comment_Offers(string head, string expected, string refused)
    {
        var labels = await new Fixture(head + Member).LabelsAsync(new Contracts.Settings.CompletionSettings { MaxItems = 5000 });
        Assert.Multiple(() =>
        {
            Assert.That(expected.Split('|').Except(labels), Is.Empty, "missing");
            Assert.That(refused.Split('|').Intersect(labels), Is.Empty, "too many");
        });
    }

    [Test]
    public async Task Text_GetsNothing([Values(
        "/// <summary>a wo$0", "/// <summary>\n    /// a wo$0", "/// <summary>a</summary> wo$0", "//// <$0", "// <$0", "/* <$0 */", "/// <see href=\"$0")] string comment) =>
        Assert.That(await new Fixture("class C\n{\n    " + comment + Member).LabelsAsync(), Is.Empty);

    [Test]
    public async Task ThreeSlashes_BringAWholeComment()
    {
        var fixture = new Fixture("class C\n{\n    ///$0" + Member);
        var answer = await fixture.CompleteAsync();
        var whole = answer.Candidates[0];
        Assert.That((whole.Kind, whole.Preselect), Is.EqualTo((CandidateKind.Snippet, true)));
        Assert.That(whole.Snippet, Is.EqualTo(
            " <summary>\n/// $1\n/// </summary>\n/// <typeparam name=\"T\">$2</typeparam>\n/// <param name=\"first\">$3</param>\n/// <param name=\"second\">$4</param>\n/// <returns>$5</returns>$0"));
        Assert.That(whole.InsertText, Does.Not.Contain("$"));
    }

    [Test]
    public async Task DocumentedMember_GetsNoWholeComment()
    {
        var labels = await new Fixture("class C\n{\n    /// <summary>a</summary>\n    /// $0\n    void M(int a) { }\n}").LabelsAsync();
        Assert.That(labels, Does.Not.Contain("<summary> <param>").And.Contain("param name=\"a\""));
    }

    [Test]
    public async Task NothingBelow_GetsNoWholeComment() =>
        Assert.That(await new Fixture("class C\n{\n    /// $0\n}").LabelsAsync(), Does.Contain("summary").And.None.StartsWith("<summary>"));

    [TestCase("class C { /// <su$0\n int x; }", "summary", "class C { /// <summary></summary>\n int x; }")]
    [TestCase("class C { /// <su$0>\n int x; }", "summary", "class C { /// <summary>\n int x; }", TestName = "The bracket is closed already")]
    [TestCase("class C { /// su$0\n int x; }", "summary", "class C { /// <summary></summary>\n int x; }", TestName = "Without its bracket")]
    [TestCase("class C { /// <see cref=\"System.Collections.Generic.Li$0\"/>\n int x; }", "List", "class C { /// <see cref=\"System.Collections.Generic.List{T}\"/>\n int x; }")]
    [TestCase("class C { /// <summary>a</su$0\n int x; }", "summary", "class C { /// <summary>a</summary>\n int x; }")]
    public async Task Accepted_IsWellFormed(string marked, string label, string expected)
    {
        var fixture = new Fixture(marked);
        var answer = await fixture.CompleteAsync();
        Assert.That(fixture.Accept(answer, answer.Candidates.First(candidate => candidate.Label == label)), Is.EqualTo(expected));
    }

    [Test]
    public async Task RecordsAndDelegates_HaveParametersToo()
    {
        Assert.That(await new Fixture("/// <$0\nrecord R(int Amount);").LabelsAsync(), Does.Contain("param name=\"Amount\""));
        Assert.That(await new Fixture("/// <$0\ndelegate int D(int amount);").LabelsAsync(), Does.Contain("param name=\"amount\"").And.Contain("returns"));
    }
}
