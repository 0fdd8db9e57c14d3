using Glassbox.Completion.Feedback;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

public sealed class FeedbackTests
{
    private const ulong Place = 7;

    private static readonly DocumentPath Path = DocumentPath.FromFile("/App/A.cs");

    private UserFeedback feedback = null!;
    private SourceText text = null!;
    private int version;

    [SetUp]
    public void Begin()
    {
        feedback = new UserFeedback();
        text = SourceText.From("x = Or;\ny = 1;\n");
        version = 1;
    }

    [Test]
    public void TakenAtOnce_IsAccepted()
    {
        Offer();
        var accepted = Edit(6, 0, "der.Load(count)").Single();
        Assert.That((accepted.Characters, accepted.IsWhole, accepted.Version, accepted.Confidence), Is.EqualTo((15, true, 2, 0.8)));
        Assert.That(accepted.TextHash, Has.Length.EqualTo(64));
        Assert.That(accepted.Provenance.Reasons, Is.EqualTo(new[] { "seen 3 times after '…'", "verified" }), "the ledger holds none of the user's text");
        Assert.That(Factor("Order"), Is.GreaterThan(1));
        Assert.That(Factor("Other"), Is.EqualTo(1));
        Assert.That(feedback.FactorOf(Place + 1, "Order"), Is.EqualTo(1), "another kind of place");
    }

    [TestCase(4, 2, "Order.Load(count)", TestName = "The whole word is replaced")]
    [TestCase(0, 7, "x = Order.Load(count);", TestName = "The whole line is replaced")]
    public void HoweverTheClientSaysIt_IsAccepted(int start, int length, string inserted)
    {
        Offer();
        Assert.That(Edit(start, length, inserted).Single().IsWhole, Is.True);
    }

    [Test]
    public void EqualLettersBehindTheCursor_DoNotHideIt()
    {
        text = SourceText.From("f(g(a));");
        feedback.NoteOffer(Path, text, new Offer(5, 0, ", bc)", Place, 0.8, Because()));
        // "f(g(a, bc)));": an editor that compares texts may find the last bracket new.
        Assert.That(Edit(5, 0, ", bc)").Single().IsWhole, Is.True);
    }

    [Test]
    public void WordByWord_IsOneAcceptanceThatGrows()
    {
        Offer();
        var first = Edit(6, 0, "der").Single();
        // What is left is shown again, at another word.
        feedback.NoteOffer(Path, text, new Offer(9, 0, ".Load(count)", Place + 1, 0.7, Because()));
        var second = Edit(9, 0, ".Load").Single();
        var last = Edit(14, 0, "(count)").Single();
        Assert.That(new[] { first.Characters, second.Characters, last.Characters }, Is.EqualTo(new[] { 3, 8, 15 }));
        Assert.That(new[] { first.IsWhole, second.IsWhole, last.IsWhole }, Is.EqualTo(new[] { false, false, true }));
        Assert.That(new[] { second.Offer, last.Offer }, Is.All.EqualTo(first.Offer));
    }

    [Test]
    public void TypedByHand_IsNobodysWork()
    {
        Offer();
        Assert.That(Type(6, "der.Load(count)"), Is.Empty);
        Assert.That(feedback.Knows(Place), Is.False);
    }

    [Test]
    public void ClosedBracket_IsNotTypedPast()
    {
        Offer();
        Type(6, "der.Load");
        Assert.That(Edit(14, 0, "()"), Is.Empty);
        Assert.That(Edit(15, 0, "count").Single().Characters, Is.EqualTo(5));
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
    }

    [Test]
    public void TypedPastThreeTimes_IsRefusedThereAndCountsForLess()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
            Assert.That(Factor("Order"), Is.EqualTo(1));
            Offer();
            Type(6, "x");
            Edit(6, 1, "");
        }

        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.True);
        Assert.That(feedback.IsRefused(Place, "Order.Save(count)"), Is.False);
        Assert.That(feedback.IsRefused(Place + 1, "Order.Load(count)"), Is.False);
        Assert.That(Factor("Order"), Is.LessThan(1));
    }

    [Test]
    public void WhoTypesItsFirstWord_AgreesWithThat()
    {
        for (var i = 0; i < 3; i++)
        {
            Offer();
            Type(6, "der.S");
            Edit(6, 5, "");
        }

        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.True);
        Assert.That(Factor("Order"), Is.EqualTo(1));
    }

    [Test]
    public void TypingElsewhere_SaysNothing()
    {
        for (var i = 0; i < 3; i++)
        {
            Offer();
            Edit(12, 1, "2");
        }

        Assert.That(feedback.Knows(Place), Is.False);
        Edit(0, 0, "// new line\n");
        Assert.That(Edit(18, 0, "der.Load(count)").Single().IsWhole, Is.True, "an edit before it moves it");
    }

    [Test]
    public void UndoneAtOnce_IsRefused()
    {
        Offer();
        Edit(6, 0, "der.Load(count)");
        Assert.That(Edit(6, 15, ""), Is.Empty);
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.True);
        Assert.That(Factor("Order"), Is.LessThan(1));
    }

    [Test]
    public void MostlyChangedLater_IsRefused()
    {
        Offer();
        Edit(6, 0, "der.Load(count)");
        Type(0, "if (a) ");
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
        Edit(14, 11, "(b)");
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.True);
    }

    [Test]
    public void AdaptedOrReformatted_WasWanted()
    {
        Offer();
        Edit(6, 0, "der.Load(count)");
        Edit(15, 5, "n");
        Edit(14, 3, " ( n )");
        Edit(6, 0, "\n    ");
        Type(text.ToString().IndexOf(';'), ".Where(x => x.Id > 0)");
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
        Assert.That(Factor("Order"), Is.GreaterThan(1));
    }

    [Test]
    public void WhoMostlyKeepsIt_IsOfferedItAgain()
    {
        text = SourceText.From("x = Or;\nx = Or;\nx = Or;\n");
        foreach (var line in new[] { 16, 8, 0 })
        {
            feedback.NoteOffer(Path, text, new Offer(line + 4, 2, "Order.Load(count)", Place, 0.8, Because()));
            Assert.That(Edit(line + 6, 0, "der.Load(count)").Single().IsWhole, Is.True);
        }

        Edit(6, 15, "");
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
        Edit(14, 15, "");
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.True);
    }

    [Test]
    public void Forgetting_TakesAwayWhatOneDocumentTaught()
    {
        Offer();
        Edit(6, 0, "der.Load(count)");
        Edit(6, 15, "");
        feedback.Forget(DocumentPath.FromFile("/App/B.cs"));
        Assert.That(feedback.Knows(Place), Is.True);
        feedback.Forget(Path);
        Assert.That(feedback.Knows(Place), Is.False);
        Assert.That(feedback.IsRefused(Place, "Order.Load(count)"), Is.False);
        Assert.That(Factor("Order"), Is.EqualTo(1));
    }

    [Test]
    public void OfferForAnOlderText_IsIgnored()
    {
        Offer();
        var old = text;
        Edit(12, 1, "2");
        feedback.NoteOffer(Path, old, new Offer(4, 2, "Orange", Place, 0.8, Because()));
        Assert.That(Edit(6, 0, "ange"), Is.Empty);
    }

    [Test]
    public void PickedCandidate_CountsAndIsNoGhostText()
    {
        Offer();
        feedback.NoteOffer(Path, text, new PopupOffer(4, 2, Place, ["Order", "Orders"]));
        Assert.That(Edit(4, 2, "Order"), Is.Empty);
        Assert.That(Factor("Order"), Is.EqualTo(1.5));
        Assert.That(Edit(9, 0, ".Load(count)").Single().Characters, Is.EqualTo(12), "the rest of the ghost text");
    }

    [Test]
    public void NameTypedByHand_IsNotPicked()
    {
        feedback.NoteOffer(Path, text, new PopupOffer(4, 2, Place, ["Order", "Orders"]));
        Type(6, "der");
        Assert.That(feedback.Knows(Place), Is.False);
    }

    [Test]
    public void SeveralLines_AreComparedWithTheDocumentsLineEnds()
    {
        text = SourceText.From("a\r\nb\r\n");
        feedback.NoteOffer(Path, text, new Offer(1, 0, " =\n    c;", Place, 0.8, Because()));
        Assert.That(Edit(1, 0, " =\r\n    c;").Single().IsWhole, Is.True);
    }

    [Test]
    public void Verdicts_AreBounded()
    {
        for (var i = 0; i < 5000; i++)
        {
            feedback.NoteOffer(Path, text, new PopupOffer(0, 1, (ulong)i, ["xy" + i]));
            Edit(1, 0, "y" + i);
            Edit(1, $"y{i}".Length, "");
        }

        Assert.That(feedback.Knows(0), Is.False);
        Assert.That(feedback.Knows(4999), Is.True);
    }

    private static Provenance Because() => new("usage-counts", ["/App/B.cs"], ["seen 3 times after 'x = '", "verified"], 1, 0);

    private double Factor(string token) => feedback.FactorOf(Place, token);

    private void Offer() => feedback.NoteOffer(Path, text, new Offer(4, 2, "Order.Load(count)", Place, 0.8, Because()));

    private List<AcceptedSuggestion> Type(int at, string typed) => [.. typed.SelectMany(key => Edit(at++, 0, key.ToString()))];

    private IEnumerable<AcceptedSuggestion> Edit(int start, int length, string inserted)
    {
        var before = text;
        text = text.WithChanges(new TextChange(new TextSpan(start, length), inserted));
        return feedback.NoteChange(before, new DocumentChange(Path, ++version, [new OffsetEdit(start, length, inserted)], before.Length), text);
    }
}
