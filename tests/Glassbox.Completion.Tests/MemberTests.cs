using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

public sealed class MemberTests
{
    [Test]
    public async Task AfterDot_OffersMembersWithTheirKinds()
    {
        var answer = await Fixture.InMethod("order.$0").CompleteAsync();
        var kinds = answer.Candidates.ToDictionary(candidate => candidate.Label, candidate => candidate.Kind);
        Assert.That(kinds["Id"], Is.EqualTo(CandidateKind.Property));
        Assert.That(kinds["Total"], Is.EqualTo(CandidateKind.Method));
        Assert.That(kinds, Does.ContainKey("ToString"));
        Assert.That(kinds, Does.Not.ContainKey("Load"), "static");
        Assert.That(answer.IsIncomplete, Is.False);
    }

    [Test]
    public async Task Overloads_AreOneCandidate()
    {
        var labels = await Fixture.InMethod("order.$0").LabelsAsync();
        Assert.That(labels.Count(label => label == "Total"), Is.EqualTo(1));
        Assert.That(labels, Is.Unique);
    }

    [Test]
    public async Task AfterDot_OffersNoKeywords()
    {
        var answer = await Fixture.InMethod("order.$0").CompleteAsync();
        Assert.That(answer.Candidates.Where(candidate => candidate.Kind == CandidateKind.Keyword), Is.Empty);
    }

    [Test]
    public async Task OfType_OffersStaticsOnly()
    {
        var labels = await Fixture.InMethod("Order.$0").LabelsAsync();
        Assert.That(labels, Does.Contain("Load"));
        Assert.That(labels, Does.Not.Contain("Id"));
    }

    [Test]
    public async Task OfEnum_OffersItsMembers()
    {
        var answer = await Fixture.InMethod("var c = Color.$0;").CompleteAsync();
        var red = answer.Candidates.Single(candidate => candidate.Label == "Red");
        Assert.That(red.Kind, Is.EqualTo(CandidateKind.EnumMember));
    }

    [Test]
    public async Task ExtensionMethods_AreMethods()
    {
        var answer = await Fixture.InMethod("orders.$0").CompleteAsync();
        var where = answer.Candidates.Single(candidate => candidate.Label == "Where");
        Assert.That(where.Kind, Is.EqualTo(CandidateKind.Method));
    }

    [Test]
    public async Task OwnMembers_ComeBeforeThoseOfObject()
    {
        var labels = await Fixture.InMethod("order.$0").LabelsAsync();
        Assert.That(labels.IndexOf("Customer"), Is.LessThan(labels.IndexOf("ToString")));
        Assert.That(labels.IndexOf("Customer"), Is.LessThan(labels.IndexOf("GetHashCode")));
    }

    [Test]
    public async Task ConditionalAccess_OffersMembers() =>
        Assert.That(await Fixture.InMethod("order?.Cus$0").LabelsAsync(), Does.Contain("Customer"));

    [Test]
    public async Task ThroughNamespace_OffersTypes()
    {
        var answer = await Fixture.InMethod("System.Text.$0").CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Does.Contain("StringBuilder").And.Contain("Json"));
    }

    [Test]
    public async Task InInterpolationHole_OffersMembers() =>
        Assert.That(await Fixture.InMethod("var s = $\"order {order.$0} end\";").LabelsAsync(), Does.Contain("Customer"));

    [Test]
    public async Task InInterpolationHole_OffersScope() =>
        Assert.That(await Fixture.InMethod("var s = $\"order {or$0} end\";").LabelsAsync(), Does.Contain("order"));

    [Test]
    public async Task InBrokenCode_OffersMembers()
    {
        var labels = await Fixture.InMethod("if (order.$0\n foreach (var x in\n var z = ").LabelsAsync();
        Assert.That(labels, Does.Contain("Customer"));
    }

    [Test]
    public async Task CaseLabelAboveABrace_OffersEnumMembers() =>
        Assert.That(await Fixture.InMethod("switch (order.Color) { case Color.$0\n { } break; }").LabelsAsync(), Does.Contain("Red"));

    [Test]
    public async Task KeywordNamedMember_IsEscaped()
    {
        var fixture = new Fixture("class C { int @class; void M() { this.cl$0 } }");
        var answer = await fixture.CompleteAsync();
        Assert.That(answer.Candidates.Single(candidate => candidate.Label == "class").InsertText, Is.EqualTo("@class"));
    }

    [Test]
    public async Task EditorBrowsableNever_IsLeftOut()
    {
        var labels = await Fixture.InMethod("System.Threading.Tasks.TaskCanceledException e; \"a\".$0").LabelsAsync();
        Assert.That(labels, Does.Contain("Length"));
        Assert.That(await Fixture.InMethod("Span<int> s = default; s.$0").LabelsAsync(), Does.Not.Contain("GetPinnableReference"));
    }

    [Test]
    public async Task EscapedWord_OffersTheNameWithoutAnotherEscape()
    {
        var fixture = new Fixture("class C { void M(int @class) { @cl$0 } }");
        var answer = await fixture.CompleteAsync();
        var candidate = answer.Candidates.Single(candidate => candidate.Label == "class");
        Assert.That(fixture.Accept(answer, candidate), Does.Contain("{ @class }"));
    }
}
