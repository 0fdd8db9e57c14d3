using Glassbox.Completion.CSharp;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Tests;

public sealed class LikelyTests
{
    [Test]
    public void OneThatStandsOut_IsMarkedAndChosen()
    {
        var ranked = Ranked((5, NameMatch.Exact), (1, NameMatch.Exact), (0, NameMatch.Exact));
        Assert.That(Likely.Mark(ranked, isScored: true), Is.Zero);
        Assert.That(Marks(ranked), Is.EqualTo("+--"));
    }

    [Test]
    public void SeveralAlike_AreMarkedAndNoneIsChosen()
    {
        var ranked = Ranked((2, NameMatch.Exact), (2, NameMatch.Exact), (1.5, NameMatch.Exact), (-3, NameMatch.Exact));
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(Likely.None));
        Assert.That(Marks(ranked), Is.EqualTo("+++-"));
    }

    [Test]
    public void ManyAlike_AreNotMarked()
    {
        var ranked = Ranked([.. Enumerable.Repeat((700.0, NameMatch.Exact), 20)]);
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(Likely.None));
        Assert.That(Marks(ranked), Does.Not.Contain('+'));
    }

    [Test]
    public void TypedLetters_LeaveOnlyWhatBeginsSoInTheSum()
    {
        var ranked = Ranked((1, NameMatch.Prefix), (0.9, NameMatch.PrefixIgnoringCase), (9, NameMatch.Substring), (12, NameMatch.None));
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(Likely.None));
        Assert.That(Marks(ranked), Is.EqualTo("++--"));
    }

    [Test]
    public void LettersWithinNames_MarkNothing()
    {
        var ranked = Ranked((9, NameMatch.Humps), (0, NameMatch.Substring));
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(Likely.None));
        Assert.That(Marks(ranked), Is.EqualTo("--"));
    }

    [Test]
    public void ScoresThatAreNoLikelihoods_MarkNothing()
    {
        var ranked = Ranked((90, NameMatch.Exact), (0, NameMatch.Exact));
        Assert.That(Likely.Mark(ranked, isScored: false), Is.EqualTo(Likely.None));
        Assert.That(Marks(ranked), Is.EqualTo("--"));
    }

    [Test]
    public void Expected_IsChosenWhereNothingStandsOut()
    {
        var ranked = Ranked((1, NameMatch.Exact), (1, NameMatch.Exact), (1, NameMatch.Subsequence));
        ranked[1] = ranked[1] with { Entry = ranked[1].Entry with { IsExpected = true } };
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(1));
    }

    [Test]
    public void ExpectedThatHardlyMatches_IsNotChosen()
    {
        var ranked = Ranked((1, NameMatch.Subsequence));
        ranked[0] = ranked[0] with { Entry = ranked[0].Entry with { IsExpected = true } };
        Assert.That(Likely.Mark(ranked, isScored: true), Is.EqualTo(Likely.None));
    }

    [Test]
    public void NoEntries_AreBorne() => Assert.That(Likely.Mark([], isScored: true), Is.EqualTo(Likely.None));

    [Test]
    public async Task NewLambdaParameter_HasNothingChosenOrMarked()
    {
        var answer = await (await Fixture.InMethod("orders.Where($0").LearnAsync()).CompleteAsync();
        Assert.That(answer.Candidates.Any(candidate => candidate.Preselect || candidate.IsLikely), Is.False);
    }

    [Test]
    public async Task Marks_ReachTheAnswer()
    {
        var habit = "namespace App; class H { void M(Order order) { " + string.Concat(Enumerable.Repeat("order.Total(1, true);\n", 12)) + " } }";
        var fixture = await Fixture.InMethod("order.To$0").Write("/App/H.cs", habit).LearnAsync();
        var first = (await fixture.CompleteAsync()).Candidates[0];
        Assert.That((first.Label, first.IsLikely, first.Preselect), Is.EqualTo(("Total", true, true)));
    }

    private static List<RankedEntry> Ranked(params (double Score, NameMatch Match)[] entries) =>
        [.. entries.Select((entry, i) => new RankedEntry(new PopupEntry("n" + i, CandidateKind.Method, 0), "e" + i, null, entry.Match, entry.Score))];

    private static string Marks(List<RankedEntry> ranked) => string.Concat(ranked.Select(entry => entry.IsLikely ? '+' : '-'));
}
