using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;

namespace Glassbox.Completion.Tests;

public sealed class FeedbackFlowTests
{
    [Test]
    public async Task GhostTextThatIsTakenAndUndone_IsNotOfferedAgainUntilForgotten()
    {
        var fixture = await Fixture.InMethod("var mine = Order.$0").Write("/App/Habit.cs", Habits.Loads).LearnAsync();
        var marked = Marked(fixture);
        var ghost = (await fixture.GhostAsync()).Single();
        var taken = Retype(fixture, fixture.Accept(ghost)).Single();
        Assert.That((taken.IsWhole, taken.Characters, taken.Provenance.Engine), Is.EqualTo((true, ghost.Insert.Length, "usage-counts")));
        Assert.That(taken.Provenance.Context, Is.EqualTo(ghost.Provenance.Context));
        Retype(fixture, marked);
        Assert.That(await fixture.GhostAsync(), Is.Empty);
        fixture.Engine.Forget(fixture.Path);
        Assert.That((await fixture.GhostAsync()).Single().Insert, Is.EqualTo(ghost.Insert));
    }

    [Test]
    public async Task GhostTextThatIsTypedPastAgainAndAgain_IsNotOfferedAnyMore()
    {
        var fixture = await Fixture.InMethod("var mine = Order.$0").Write("/App/Habit.cs", Habits.Loads).LearnAsync();
        var marked = Marked(fixture);
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await fixture.GhostAsync(), Is.Not.Empty);
            Retype(fixture, marked.Replace("$0", "E$0", StringComparison.Ordinal));
            Retype(fixture, marked);
        }

        Assert.That(await fixture.GhostAsync(), Is.Empty);
    }

    [Test]
    public async Task CandidatesThatArePicked_ComeEarlier()
    {
        var fixture = await Fixture.InMethod("order.$0").LearnAsync();
        var marked = Marked(fixture);
        var before = (await fixture.LabelsAsync()).IndexOf("ToString");
        for (var i = 0; i < 4; i++)
        {
            await fixture.CompleteAsync();
            Retype(fixture, marked.Replace("$0", "ToString()$0", StringComparison.Ordinal));
            Retype(fixture, marked);
        }

        Assert.That((await fixture.LabelsAsync()).IndexOf("ToString"), Is.LessThan(before));
        fixture.Engine.Forget(fixture.Path);
        Assert.That((await fixture.LabelsAsync()).IndexOf("ToString"), Is.EqualTo(before));
    }

    [Test]
    public async Task TheNextEdit_IsKnownToBeTaken()
    {
        var desk = new NextEditDesk("class C\n{\n    void M()\n    {\n        Add(1, a);\n        Add(2, a);\n        Add(3, a);\n    }\n    void Add(int i, int a, bool c = false) { }\n    int a;\n}\n");
        desk.TypeAfter("Add(1, a", ", true");
        var next = await desk.SuggestAsync();
        Assert.That(next, Is.Not.Null);
        desk.Apply([next!.Edit]);
        var taken = desk.Accepted.Single();
        Assert.That((taken.Characters, taken.IsWhole, taken.Provenance.Engine, taken.Version), Is.EqualTo((next.Edit.NewText.Length, true, "next-edit", desk.Version)));
    }

    private static string Marked(Fixture fixture) => fixture.Text.ToString().Insert(fixture.Text.OffsetAt(fixture.Cursor), "$0");

    private static ImmutableArray<AcceptedSuggestion> Retype(Fixture fixture, string marked)
    {
        var before = fixture.Snapshot;
        var length = fixture.Text.Length;
        fixture.Retype(marked);
        return fixture.Engine.NoteChange(before, new DocumentChange(fixture.Path, 2, [new OffsetEdit(0, length, fixture.Text.ToString())], length), fixture.Snapshot);
    }
}
