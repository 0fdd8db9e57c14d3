using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

/// <summary>Whoever types what ghost text says sees the rest of it, as long as nothing else changed.</summary>
public sealed class GhostMemoryTests
{
    private const string Orders = "namespace App; class Order { public static Order Load(int id) => new(); }";

    [Test]
    public async Task WhatItSays_IsTyped_TheRestIsShownTheSame()
    {
        var (fixture, first) = await AskedAsync();
        Assert.That(first.Insert, Is.EqualTo("Load(count);"));
        foreach (var typed in new[] { "L", "Load", "Load(" })
        {
            var rest = (await fixture.Retype(Using("var mine = Order." + typed + "$0")).GhostAsync()).Single();
            Assert.That(typed + rest.Insert, Is.EqualTo(first.Insert));
            Assert.That((rest.Confidence, rest.Provenance.Reasons), Is.EqualTo((first.Confidence, first.Provenance.Reasons)));
            Assert.That(fixture.Accept(rest), Does.Contain("var mine = Order.Load(count);"));
        }

        // What is left is hardly worth a look.
        Assert.That(await fixture.Retype(Using("var mine = Order.Load(count)$0")).GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task TheBufferIsLearned_TheRestIsStillTheSame()
    {
        var (fixture, first) = await AskedAsync();
        fixture.Retype(Using("var mine = Order.L$0"));
        await fixture.LearnAsync(fixture.Path);
        Assert.That((await fixture.GhostAsync()).Single().Confidence, Is.EqualTo(first.Confidence));
    }

    [Test]
    public async Task AnotherThreshold_IsHeldTo()
    {
        var (fixture, first) = await AskedAsync();
        Assert.That(await fixture.Retype(Using("var mine = Order.L$0")).GhostAsync(threshold: 0.99999), Is.Empty);
        Assert.That(first.Confidence, Is.LessThan(0.99999));
    }

    [Test]
    public async Task WhatItWasLearnedFromIsGone_SoIsTheRest()
    {
        var (fixture, _) = await AskedAsync();
        await fixture.Retype(Using("var mine = Order.L$0")).Remove("/App/Habit.cs").LearnAsync();
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task WhatItNamesIsGone_SoIsTheRest()
    {
        var (fixture, _) = await AskedAsync();
        fixture.Retype(Using("var mine = Order.L$0")).Write("/App/Order.cs", "namespace App; class Order { }");
        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task TakenAndTakenOutAgain_TheRestIsSilent()
    {
        var (fixture, first) = await AskedAsync();
        Change(fixture, Using("var mine = Order." + first.Insert + "$0"));
        Change(fixture, Using("var mine = Order.$0"));
        Change(fixture, Using("var mine = Order.L$0"));
        Assert.That((await fixture.GhostAsync()).Select(one => one.Confidence), Has.None.EqualTo(first.Confidence));
    }

    [Test]
    public async Task DocumentIsClosed_TheRestIsAskedAnew()
    {
        var (fixture, first) = await AskedAsync();
        fixture.Engine.Forget(fixture.Path);
        var rest = await fixture.Retype(Using("var mine = Order.L$0")).GhostAsync();
        Assert.That(rest.Single().Confidence, Is.Not.EqualTo(first.Confidence));
    }

    [TestCase("var mine = Order.E$0", Description = "something else is typed")]
    [TestCase("var mine = Order.L$0\n        var below = 1;", Description = "something else changed")]
    [TestCase("var nine = Order.L$0", Description = "something before it changed")]
    public async Task SomethingElseChanged_ItIsAskedAnew(string body)
    {
        var (fixture, first) = await AskedAsync();
        var rest = await fixture.Retype(Using(body)).GhostAsync();
        Assert.That(rest.Select(one => one.Confidence), Has.None.EqualTo(first.Confidence));
    }

    private static async Task<(Fixture Fixture, GhostText First)> AskedAsync()
    {
        var fixture = await new Fixture(Using("var mine = Order.$0")).Write("/App/Habit.cs", Habits.Loads).Write("/App/Order.cs", Orders).LearnAsync();
        return (fixture, (await fixture.GhostAsync()).Single());
    }

    // As an editor does it, so that it is known what became of what was shown.
    private static void Change(Fixture fixture, string marked)
    {
        var (before, length) = (fixture.Snapshot, fixture.Text.Length);
        fixture.Retype(marked);
        fixture.Engine.NoteChange(before, new DocumentChange(fixture.Path, 2, [new OffsetEdit(0, length, fixture.Text.ToString())], length), fixture.Snapshot);
    }

    private static string Using(string body) => $"namespace App;\nclass Shop\n{{\n    public void Run(int count)\n    {{\n        {body}\n    }}\n}}\n";
}
