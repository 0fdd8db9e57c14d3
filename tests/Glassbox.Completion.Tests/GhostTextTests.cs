using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

public sealed class GhostTextTests
{
    private const string Habit = """
        namespace App;
        class Habit
        {
            void A(Shop shop, int count) { var order = Order.Load(count); order.Total(1, true); }
            void B(Shop shop, int count)
            {
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
            }
        }
        """;

    [Test]
    public async Task Habit_IsContinuedToTheEndOfTheLine()
    {
        var ghost = (await (await WithHabit("var next = 1;\nvar mine = Order.$0")).GhostAsync()).Single();
        Assert.That(ghost.Insert, Is.EqualTo("Load(count);"));
        Assert.That(ghost.Confidence, Is.InRange(0.5, 1));
        Assert.That(ghost.Provenance.Engine, Is.EqualTo("usage-counts"));
        Assert.That(ghost.Provenance.Reasons[0], Does.StartWith("seen ").And.Contain("times after '").And.Contain("Order ."));
    }

    [Test]
    public async Task BegunWord_IsFinished()
    {
        var ghost = (await (await WithHabit("var mine = Order.Lo$0")).GhostAsync()).Single();
        Assert.That(ghost.Insert, Is.EqualTo("ad(count);"));
    }

    [Test]
    public async Task Threshold_SilencesWhatIsUnlikely()
    {
        var fixture = await WithHabit("var mine = Order.$0");
        Assert.That(await fixture.GhostAsync(threshold: 0.9999), Is.Empty);
        Assert.That(await fixture.GhostAsync(threshold: 0.3), Is.Not.Empty);
    }

    [TestCase(Microsoft.CodeAnalysis.ReportDiagnostic.Default)]
    [TestCase(Microsoft.CodeAnalysis.ReportDiagnostic.Error)]
    public async Task AWarningOfWhateverWeight_DoesNotSilence(Microsoft.CodeAnalysis.ReportDiagnostic warnings)
    {
        const string text = "namespace App; class Order { [System.Obsolete(\"late\")] public static Order Load(int id) => new(); } class Shop { void Run(int count) {\nvar mine = Order.$0\n} }";
        var fixture = await new Fixture(text, warnings: warnings).Write("/App/Habit.cs", Habits.Loads).LearnAsync();
        Assert.That((await fixture.GhostAsync()).Single().Insert, Is.EqualTo("Load(count);"));
    }

    [Test]
    public async Task NothingLearned_IsSilent() =>
        Assert.That(await Fixture.InMethod("var mine = Order.$0").GhostAsync(), Is.Empty);

    [Test]
    public async Task SwitchedOff_IsSilent()
    {
        var fixture = await WithHabit("var mine = Order.$0");
        var query = new Contracts.Completion.GhostTextQuery(fixture.Path, fixture.Cursor, IsExplicit: false, null);
        Assert.That(await fixture.Engine.CompleteInlineAsync(fixture.Snapshot, query, new GhostTextSettings { Enabled = false }, CancellationToken.None), Is.Empty);
    }

    [TestCase("// var order = Order.$0")]
    [TestCase("/* var order = Order.$0")]
    [TestCase("var s = \"var order = Order.$0\";")]
    [TestCase("var s = \"var order = Order.$0")]
    [TestCase("var mine = Order.$0Load(count);", TestName = "Name after the cursor")]
    [TestCase("var mine = Order.Lo$0ad(count);", TestName = "Mid-word")]
    public async Task WhereItWouldNotHelp_IsSilent(string body) =>
        Assert.That(await (await WithHabit(body)).GhostAsync(), Is.Empty);

    [Test]
    public async Task NameThatDoesNotBindHere_IsNotShown()
    {
        var fixture = new Fixture("class C { void M() { var mine = Order.$0 } }").Write("/App/Habit.cs", Habit);
        await fixture.LearnAsync();
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task ArgumentThatDoesNotBindHere_IsCutOff()
    {
        var fixture = new Fixture("class Order { public static Order Load(int id) => new(); } class C { void M() { var mine = Order.$0 } }").Write("/App/Habit.cs", Habit);
        await fixture.LearnAsync();
        var ghosts = await fixture.GhostAsync();
        Assert.That(ghosts.Select(ghost => ghost.Insert), Has.None.Contains("count"));
    }

    [Test]
    public async Task WhatStandsAfterTheCursor_IsNotRepeated()
    {
        var fixture = await WithHabit("var mine = Order.Load($0);");
        var ghost = (await fixture.GhostAsync()).Single();
        Assert.That(fixture.Accept(ghost), Does.Contain("var mine = Order.Load(count);\n").Or.Contain("var mine = Order.Load(count);\r\n"));
    }

    [Test]
    public async Task SelectedCompletion_BeginsTheText()
    {
        var fixture = await WithHabit("var mine = Order.L$0");
        var ghost = (await fixture.GhostAsync(selected: "Load")).Single();
        Assert.That(ghost.Insert, Is.EqualTo("Load(count);"));
        Assert.That(fixture.Accept(ghost), Does.Contain("var mine = Order.Load(count);"));
    }

    [Test]
    public async Task OtherSelection_DoesNotContinueTheHabit()
    {
        var fixture = await WithHabit("var mine = Order.$0");
        Assert.That(await fixture.GhostAsync(selected: "Equals"), Is.Empty);
    }

    [Test]
    public async Task Accepted_BringsNoNewError([Values("var mine = Order.$0", "var mine = Order.$0;", "order.$0", "Order.Load(co$0);", "var mine =$0", "var mine = $0")] string body)
    {
        var fixture = await WithHabit(body);
        var before = (await fixture.ErrorsOfAsync(fixture.Text.ToString())).Length;
        foreach (var ghost in await fixture.GhostAsync(threshold: 0.2))
            Assert.That((await fixture.ErrorsOfAsync(fixture.Accept(ghost))).Length, Is.LessThanOrEqualTo(before), ghost.Insert);
    }

    [Test]
    public async Task OtherLanguage_IsContinued()
    {
        var fixture = new Fixture("for item in $0", "/App/a.py")
            .Write("/App/b.py", string.Concat(Enumerable.Repeat("for item in load_items(path):\n    print(item)\n", 6)));
        await fixture.LearnAsync();
        Assert.That((await fixture.GhostAsync()).Single().Insert, Is.EqualTo("load_items(path):\n    print(item)"));
    }

    [Test]
    public async Task OtherLanguage_CommentIsSilent()
    {
        var fixture = new Fixture("# for item in $0", "/App/a.py")
            .Write("/App/b.py", string.Concat(Enumerable.Repeat("for item in load_items(path):\n    print(item)\n", 6)));
        await fixture.LearnAsync();
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task Unlearned_IsNotProposed()
    {
        var fixture = await WithHabit("var mine = Order.$0");
        await fixture.Write("/App/Habit.cs", "class Empty { }").LearnAsync(DocumentPath.FromFile("/App/Habit.cs"));
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task MethodThatDoesNotTakeWhatItIsGiven_IsGivenSomethingElse()
    {
        // What the others hand over is a number, which the compiler says at the method's name.
        var fixture = await Fixture.InMethod("Guard.$0").Write("/App/Others.cs", """
            namespace App;
            static class Guard { public static void Has<T>(T value) where T : class { } }
            class Users
            {
                void A(string count)
                {
                    Guard.Has(count);
                    Guard.Has(count);
                    Guard.Has(count);
                }

                void C(Order order)
                {
                    Guard.Has(order);
                    Guard.Has(order);
                }
            }
            """).LearnAsync();
        Assert.That((await fixture.GhostAsync(threshold: 0)).Select(ghost => ghost.Insert), Is.EqualTo(new[] { "Has(order);" }));
    }

    [TestCase("partial", 3, true)]
    [TestCase("partial", 1, false)]
    [TestCase("", 3, false)]
    public async Task GeneratedMember_IsToldByItsUse(string modifier, int uses, bool isWritten)
    {
        var use = string.Concat(Enumerable.Repeat("Palette.Take(Palette.Crimson);\n", uses));
        var fixture = await Fixture.InMethod("Palette.Take($0").Write("/App/Painting.cs", $$"""
            namespace App;
            {{modifier}} class Palette { public static void Take(object? paint) { } }
            class Painter { void M() { {{use}} } }
            """).LearnAsync();
        var shown = await fixture.GhostAsync(threshold: 0);
        Assert.That(shown.Any(ghost => ghost.Insert.Contains("Palette.Crimson", StringComparison.Ordinal)), Is.EqualTo(isWritten));
        await fixture.Retype(fixture.Text.ToString().Replace("Palette.Take(", "Palette.Take(Palette.$0", StringComparison.Ordinal)).LearnAsync();
        Assert.That(await fixture.LabelsAsync(), isWritten ? Does.Contain("Crimson") : Does.Not.Contain("Crimson"));
    }

    private static Task<Fixture> WithHabit(string body) => Fixture.InMethod(body).Write("/App/Habit.cs", Habit).LearnAsync();
}
