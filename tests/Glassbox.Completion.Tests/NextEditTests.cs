using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Tests;

/// <summary>When a suggestion comes, in which shapes, and when it is gone.</summary>
public sealed class NextEditTests
{
    private const string Calls = "send(a)\nsend(b)\nsend(c)\n";

    [Test]
    public async Task Suggestion_SaysWhatWhereAndWhy()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        var next = (await desk.SuggestAsync())!;
        Assert.That(next.Edit, Is.EqualTo(new TextEdit(TextRange.At(new TextPosition(1, 6)), ", z")));
        Assert.That((next.Version, next.Places, next.Provenance.Engine), Is.EqualTo(((int?)desk.Version, 2, "next-edit")));
        Assert.That(next.Confidence, Is.InRange(0.5, 1));
    }

    [Test]
    public async Task OtherVersion_GetsNothing()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        Assert.That(await desk.SuggestAsync(desk.Version - 1), Is.Null);
    }

    [Test]
    public async Task SnapshotOfAnotherText_GetsNothing()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        var stale = desk.Snapshot;
        desk.Replace("send(c)", "");
        Assert.That(await desk.Engine.ListActionsAsync(stale, desk.Path, default, desk.Settings, default), Is.Empty);
    }

    [Test]
    public async Task TakenBack_IsForgotten()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        desk.Replace(", z", "");
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task AcceptedAndTakenBack_IsNotOfferedAgain()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("send(b, z)"));
        desk.Replace("send(b, z)", "send(b)");
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task Closed_IsForgotten()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        desk.Engine.Forget(desk.Path);
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task SwitchedOff_IsSilent()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        desk.Settings = new NextEditSettings { Enabled = false };
        Assert.That(await desk.SuggestAsync(), Is.Null);
        Assert.That(await desk.OffersAsync(), Is.Empty);
        Assert.That(await desk.GhostAsync(desk.At("send(b") + 6), Is.Null);
    }

    [Test]
    public async Task EditElsewhereInBetween_StillOffered()
    {
        var desk = new NextEditDesk("import x\n" + Calls, "/App/a.py").TypeAfter("send(a", ", z").Replace("import x", "import x, z");
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("send(b, z)"));
    }

    [Test]
    public async Task WholeTextSent_IsTheSameAsTheEdit()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py");
        desk.Change(new OffsetEdit(0, Calls.Length, Calls.Replace("send(a)", "send(a, z)", StringComparison.Ordinal)));
        Assert.That(await desk.AcceptAsync(), Is.EqualTo("send(b, z)"));
    }

    [Test]
    public async Task HugeText_IsIgnored()
    {
        var desk = new NextEditDesk(Calls + new string('\n', 1 << 20), "/App/a.py").TypeAfter("send(a", ", z");
        Assert.That(await desk.SuggestAsync(), Is.Null);
    }

    [Test]
    public async Task Ghost_AtTheCursorWhereItIsInserted()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        var at = desk.At("send(b") + 6;
        Assert.That((await desk.GhostAsync(at))?.Insert, Is.EqualTo(", z"));
        Assert.That(await desk.GhostAsync(at - 1), Is.Null);
        Assert.That(await desk.GhostAsync(at, selected: "b"), Is.Null);
    }

    [Test]
    public async Task Ghost_FinishesWhatIsBegun()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", zebra").TypeAfter("send(b", ", ze");
        Assert.That((await desk.GhostAsync(desk.Cursor))?.Insert, Is.EqualTo("bra"));
        desk.TypeAfter("send(b, ze", "x");
        Assert.That(await desk.GhostAsync(desk.Cursor), Is.Null);
    }

    [Test]
    public async Task Ghost_IsVerifiedForCSharp()
    {
        var desk = new NextEditDesk("class A { void F(int a) {} void F(int a, int b) {} void M(int z) { F(1); F(2); } void N() { F(3); } }").TypeAfter("{ F(1", ", z");
        Assert.That((await desk.GhostAsync(desk.At("F(2") + 3))?.Insert, Is.EqualTo(", z"));
        Assert.That(await desk.GhostAsync(desk.At("F(3") + 3), Is.Null);
    }

    [Test]
    public async Task Actions_NextAndAll()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        desk.Cursor = desk.Text.Length;
        var offers = await desk.OffersAsync();
        Assert.That(offers.Select(offer => offer.Title), Is.EqualTo(new[] { "Apply the same edit at line 2", "Apply the same edit at all 2 places" }));
        Assert.That(offers.Select(offer => offer.Id.Kind), Is.All.EqualTo(CodeActionKind.NextEdit));
        var edit = await desk.ResolveAsync(offers[1]);
        Assert.That(edit.Documents.Single().Version, Is.EqualTo(desk.Version));
        Assert.That(desk.Apply(edit.Documents.Single().Edits).Text, Is.EqualTo("send(a, z)\nsend(b, z)\nsend(c, z)\n"));
        Assert.That(await desk.OffersAsync(), Is.Empty);
    }

    [Test]
    public async Task ActionOfAnotherVersion_IsRefused()
    {
        var desk = new NextEditDesk(Calls, "/App/a.py").TypeAfter("send(a", ", z");
        var offers = await desk.OffersAsync();
        desk.Replace("send(c)", "send(d)");
        foreach (var offer in offers) Assert.That((await desk.ResolveAsync(offer)).Refusal, Does.Contain("a.py was changed"));
    }

    [Test]
    public async Task All_LeavesOutWhatDoesNotHold()
    {
        var desk = new NextEditDesk("class A { void F(int a) {} void F(int a, int b) {} void M(int z) { F(1); F(2); F(4); } void N() { F(3); } }").TypeAfter("{ F(1", ", z");
        var all = (await desk.OffersAsync())[1];
        Assert.That(all.Title, Does.Contain("all 2 places"));
        Assert.That(desk.Apply((await desk.ResolveAsync(all)).Documents.Single().Edits).Text, Does.Contain("F(1, z); F(2, z); F(4, z);").And.Contain("F(3);"));
    }

    [Test]
    public async Task LargeFile_IsSearchedFarFromTheEdit()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 5000; i++) text.Append($"    this.value{i} = other.load(item{i}, {i}) + call(x{i}, \"text\");\n");
        var desk = new NextEditDesk(text.ToString(), "/App/a.js").TypeAfter("load(item2500, 2500", ", z");
        Assert.That((await desk.SuggestAsync())!.Places, Is.EqualTo(200), "what is more than anybody would take is left out");
        Assert.That((await desk.OffersAsync()).Select(offer => offer.Title), Is.EqualTo(new[] { "Apply the same edit at line 1", "Apply the same edit at all places in this document" }));
    }

    [Test]
    public void AnyScript_NeverThrowsAndStaysInTheText()
    {
        string[] pieces = ["f(a)", "f(b, c)", "x", "foo.bar", "\n", "\r\n", "    ", "(", ")", ", ", "\"s", "\"", "😀", "𝑥", "{", "}", "case A:", "return 1;", "//", "/*", "await ", "="];
        var step = from at in Gen.Choose(0, 400)
                   from length in Gen.Choose(0, 6)
                   from text in Gen.Elements(pieces)
                   from repeat in Gen.Choose(0, 2)
                   select (at, length, text: string.Concat(Enumerable.Repeat(text, repeat)));
        var script = from start in Gen.ListOf(Gen.Elements(pieces), 30)
                     from steps in Gen.ListOf(step, 12)
                     from file in Gen.Elements("/App/a.cs", "/App/a.py", "/App/a.ts", "/App/a.md")
                     select (start: string.Concat(start), steps: steps.ToList(), file);
        Prop.ForAll(script.ToArbitrary(), one => Play(one.start, one.steps, one.file)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static void Play(string start, List<(int At, int Length, string Text)> steps, string file)
    {
        var desk = new NextEditDesk(start, file);
        foreach (var (at, length, text) in steps)
        {
            var from = Math.Min(at, desk.Text.Length);
            desk.Change(new OffsetEdit(from, Math.Min(length, desk.Text.Length - from), text));
            desk.GhostAsync(desk.Cursor).GetAwaiter().GetResult();
            foreach (var offer in desk.OffersAsync().GetAwaiter().GetResult())
            {
                var edits = desk.ResolveAsync(offer).GetAwaiter().GetResult().Documents.SelectMany(document => document.Edits).ToList();
                var lines = LineIndex.Of(desk.Text);
                var last = default(TextPosition);
                foreach (var edit in edits)
                {
                    Assert.That(edit.Range.Start, Is.GreaterThanOrEqualTo(last));
                    Assert.That(edit.Range.End, Is.GreaterThanOrEqualTo(edit.Range.Start));
                    Assert.That(lines.PositionAt(lines.OffsetAt(desk.Text, edit.Range.End)), Is.EqualTo(edit.Range.End));
                    last = edit.Range.End;
                }
            }

            if (desk.SuggestAsync().GetAwaiter().GetResult() is { } next) desk.Apply([next.Edit]);
        }
    }
}
