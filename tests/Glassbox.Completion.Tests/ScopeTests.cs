using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

public sealed class ScopeTests
{
    [Test]
    public async Task Statement_OffersLocalsParametersMembersAndTypes()
    {
        var answer = await Fixture.InMethod("var mine = 1; const int Fixed = 2; void Inner() { } \n $0").CompleteAsync();
        var kinds = answer.Candidates.GroupBy(candidate => candidate.Label).ToDictionary(group => group.Key, group => group.First().Kind);
        Assert.That(kinds["mine"], Is.EqualTo(CandidateKind.Variable));
        Assert.That(kinds["Fixed"], Is.EqualTo(CandidateKind.Constant));
        Assert.That(kinds["Inner"], Is.EqualTo(CandidateKind.Function));
        Assert.That(kinds["count"], Is.EqualTo(CandidateKind.Variable));
        Assert.That(kinds["orders"], Is.EqualTo(CandidateKind.Field));
        Assert.That(kinds["Limit"], Is.EqualTo(CandidateKind.Constant));
        Assert.That(kinds["Helper"], Is.EqualTo(CandidateKind.Method));
        Assert.That(kinds["Order"], Is.EqualTo(CandidateKind.Class));
        Assert.That(kinds["System"], Is.EqualTo(CandidateKind.Module));
        Assert.That(kinds["if"], Is.EqualTo(CandidateKind.Keyword));
    }

    [Test]
    public async Task TypeParameter_IsOffered()
    {
        var answer = await new Fixture("class C<TItem> { void M() { TI$0 } }").CompleteAsync();
        Assert.That(answer.Candidates.Single(candidate => candidate.Label == "TItem").Kind, Is.EqualTo(CandidateKind.TypeParameter));
    }

    [Test]
    public async Task LocalsAndParameters_ComeFirst()
    {
        var labels = await Fixture.InMethod("var counter = 1; var x = co$0;").LabelsAsync();
        Assert.That(labels.Take(2), Is.EquivalentTo(new[] { "count", "counter" }));
    }

    [Test]
    public async Task NewNames_GetNothing([Values(
        "class C { int $0 }", "class C { int val$0 }", "class C { void M(int $0) { } }", "class C { void M() { int $0 } }",
        "class C { void M() { var na$0 = 1; } }", "class $0 { }", "enum E { A, B$0 }", "class C<$0> { }", "class C { void $0() { } }",
        "class C { void M() { foreach (var it$0 in new int[0]) { } } }", "namespace $0;", "class C { void M(object o) { if (o is string na$0) { } } }")] string text)
    {
        var answer = await new Fixture(text).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.Empty);
    }

    [Test]
    public async Task Text_GetsNothing([Values(
        "class C { string s = \"a$0b\"; }", "class C { string s = \"\"\"\n  a$0\n  \"\"\"; }", "class C { string s = $\"a$0{1}\"; }",
        "class C { string s = $\"{1}$0\"; }", "class C { char c = 'x$0'; }", "class C { // wo$0\n }", "class C { /* wo$0 */ }", "class C { /// <summary>wo$0\n int x; }",
        "class C { int x = 12$0; }", "class C { int x = 0xF$0; }", "class C { string s = \"open $0\n }", "// end$0", "class C { /* open $0",
        "#if NEVER\n cla$0\n#endif")] string text)
    {
        var answer = await new Fixture(text).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Is.Empty);
    }

    [Test]
    public async Task RightAfterText_IsCode([Values("class C { /* a */ $0 }", "// a\n$0", "class C { string s = \"a\" + $0; }")] string text) =>
        Assert.That((await new Fixture(text).CompleteAsync()).Candidates, Is.Not.Empty);

    [Test]
    public async Task UsingDirective_OffersNamespaces()
    {
        var answer = await new Fixture("using System.$0").CompleteAsync();
        var collections = answer.Candidates.Single(candidate => candidate.Label == "Collections");
        Assert.That(collections.Kind, Is.EqualTo(CandidateKind.Module));
        Assert.That(answer.IsIncomplete, Is.False);
    }

    [Test]
    public async Task UsingDirective_OffersRootNamespacesAndStatic() =>
        Assert.That(await new Fixture("using $0").LabelsAsync(), Does.Contain("System").And.Contain("static"));

    [Test]
    public async Task Attribute_IsOfferedWithoutSuffix()
    {
        var labels = await new Fixture("using System; class TestAttribute : Attribute { } [$0] class C { }").LabelsAsync();
        Assert.That(labels, Does.Contain("Test").And.Contain("Obsolete"));
        Assert.That(labels, Does.Not.Contain("TestAttribute").And.Not.Contain("if"));
    }

    [Test]
    public async Task ObjectInitializer_OffersWhatIsNotSetYet()
    {
        var labels = await Fixture.InMethod("var o = new Order { Id = 1, $0 };").LabelsAsync();
        Assert.That(labels, Is.EquivalentTo(new[] { "Customer", "Color" }));
    }

    [Test]
    public async Task ObjectInitializer_FirstMemberAndBegunWord([Values("var o = new Order { $0 };", "var o = new Order { Cu$0 };", "Order o = new() { $0")] string body) =>
        Assert.That(await Fixture.InMethod(body).LabelsAsync(), Does.Contain("Customer").And.Contain("Id").And.Not.Contain("count"));

    [Test]
    public async Task ObjectInitializerValue_IsAnExpression() =>
        Assert.That(await Fixture.InMethod("var o = new Order { Id = $0 };").LabelsAsync(), Does.Contain("count"));

    [Test]
    public async Task With_OffersMembers()
    {
        var labels = await new Fixture("record R(int First, string Second) { R M() => this with { $0 }; }").LabelsAsync();
        Assert.That(labels, Does.Contain("First").And.Contain("Second"));
    }

    [Test]
    public async Task PropertyPattern_OffersMembers() =>
        Assert.That(await Fixture.InMethod("if (order is { $0 }) { }").LabelsAsync(), Does.Contain("Customer"));

    [Test]
    public async Task NamedArgument_IsOfferedWithColon()
    {
        var answer = await Fixture.InMethod("order.Total($0);").CompleteAsync();
        var named = answer.Candidates.Single(candidate => candidate.Label == "discount:");
        Assert.That(named.FilterText, Is.EqualTo("discount"));
        Assert.That(named.InsertText, Is.EqualTo("discount: "));
    }

    [Test]
    public async Task NamedArgument_AfterAnother_LeavesOutWhatIsGiven()
    {
        var labels = await Fixture.InMethod("order.Total(discount: 1, $0);").LabelsAsync();
        Assert.That(labels, Does.Contain("rounded:").And.Not.Contain("discount:"));
    }

    [Test]
    public async Task EnumExpected_PreselectsAMember([Values(
        "order.Color = $0;", "Color c = $0;", "if (order.Color == $0) { }", "Paint($0, 1);", "switch (order.Color) { case $0 }",
        "var n = order.Color switch { $0 };", "if (order.Color is $0) { }", "if (order is { Color: $0 }) { }")] string body)
    {
        var answer = await Fixture.InMethod(body).CompleteAsync();
        Assert.That(answer.Candidates.Select(candidate => candidate.Label), Does.Contain("Color.Red").And.Contain("Color.Blue"));
        Assert.That(answer.Candidates.Count(candidate => candidate.Preselect), Is.EqualTo(1));
        Assert.That(answer.Candidates.Single(candidate => candidate.Preselect).Label, Does.StartWith("Color."));
    }

    [Test]
    public async Task EnumExpectedByReturn_IsOffered() =>
        Assert.That(await new Fixture("enum E { One, Two } class C { E M() { return $0; } E P => E.One; }").LabelsAsync(), Does.Contain("E.One"));

    [Test]
    public async Task EnumMember_IsFoundByItsOwnName()
    {
        var answer = await Fixture.InMethod("order.Color = Gre$0;").CompleteAsync();
        Assert.That(answer.Candidates[0].Label, Is.EqualTo("Color.Green"));
    }

    [Test]
    public async Task New_PreselectsTheTargetType()
    {
        var answer = await Fixture.InMethod("Order mine = new $0").CompleteAsync();
        Assert.That(answer.Candidates.Single(candidate => candidate.Preselect).Label, Is.EqualTo("Order"));
    }

    [Test]
    public async Task Override_OffersStubsThatCompile()
    {
        var fixture = new Fixture("""
            using System.Collections.Generic;
            abstract class Base { protected abstract int Size { get; set; } public virtual bool Try(ref int x, out string y, params List<int>[] z) { y = ""; return true; } public sealed override string ToString() => ""; }
            class C : Base
            {
                override $0
                protected override int Size { get; set; }
            }
            """);
        var answer = await fixture.CompleteAsync();
        var labels = answer.Candidates.Select(candidate => candidate.Label).ToArray();
        Assert.That(labels, Does.Contain("Equals(object)").And.Contain("GetHashCode()"));
        Assert.That(labels.Any(label => label.StartsWith("ToString", StringComparison.Ordinal)), Is.False, "sealed");
        Assert.That(labels, Does.Not.Contain("Size"), "overridden");
        var accepted = fixture.Accept(answer, answer.Candidates.Single(candidate => candidate.Label.StartsWith("Try", StringComparison.Ordinal)));
        Assert.That(accepted, Does.Contain("public override bool Try(ref int x, out string y, params List<int>[] z) => base.Try(ref x, out y, z);"));
        Assert.That(await fixture.ErrorsOfAsync(accepted), Is.Empty);
    }

    [Test]
    public async Task Override_KeepsWrittenAccess()
    {
        var fixture = new Fixture("class C { public override Eq$0 }");
        var answer = await fixture.CompleteAsync();
        var accepted = fixture.Accept(answer, answer.Candidates.Single(candidate => candidate.Label.StartsWith("Equals", StringComparison.Ordinal)));
        Assert.That(accepted, Does.Contain("{ public override bool Equals(object? obj) => base.Equals(obj);"));
    }

    [Test]
    public async Task TopLevelProgram_OffersStatements() =>
        Assert.That(await new Fixture("using System;\nvar x = 1;\n$0").LabelsAsync(), Does.Contain("x").And.Contain("Console").And.Contain("foreach").And.Contain("class"));
}
