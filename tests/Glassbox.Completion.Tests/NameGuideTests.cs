using Glassbox.Completion.Corpus;
using Glassbox.Completion.Ghost;
using Glassbox.Completion.Lexing;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>What may follow text that is written and not in the document yet.</summary>
public sealed class NameGuideTests
{
    [TestCase("Keep(order.", "Size Id", "Id")]
    [TestCase("Keep(Order.", "Id Load", "Load")]
    [TestCase("Keep(Order.Load(count).", "Size Customer", "Customer")]
    [TestCase("Keep(orders[0].", "Count Total", "Total")]
    [TestCase("Keep(new Order().", "Size Id", "Id")]
    [TestCase("Keep(this.", "Size Helper", "Helper")]
    [TestCase("Keep(born?.", "Size Year", "Year")]
    [TestCase("Keep(born?.Date.", "Size Year", "Year")]
    public async Task BehindADot_OnlyMembersOfTheReceiverFollow(string written, string next, string expected) =>
        Assert.That(await GuideAsync(written, next), Is.EqualTo(expected.Split(' ')));

    [TestCase("Keep(unknown.", "Size Id")]
    [TestCase("Keep(JsonSerializer.Deserialize<Order>(text).", "Size Id")]
    [TestCase("Keep(typeof(Order).", "Size Name")]
    [TestCase("Keep(order is null ? default(int).", "Size Id")]
    public async Task ReceiverThatIsNotKnown_ChangesNothing(string written, string next) =>
        Assert.That(await GuideAsync(written, next), Is.EqualTo(next.Split(' ')));

    [TestCase("Keep(", "percentage count", "count percentage")]
    [TestCase("Keep(count, ", "percentage order", "order percentage")]
    [TestCase("Keep(", "after count", "count after")]
    [TestCase("var x = ", "Missing Order", "Order Missing")]
    [TestCase("orders.Find(found => ", "percentage found", "found percentage")]
    public async Task NameOutOfSight_GivesWay(string written, string next, string expected) =>
        Assert.That(await GuideAsync(written, next), Is.EqualTo(expected.Split(' ')));

    [TestCase("var ", "percentage count")]
    [TestCase("void ", "Missing Order")]
    [TestCase("new Order { ", "Missing Order")]
    [TestCase("[", "Missing Order")]
    public async Task WhereAnythingMayStand_ChangesNothing(string written, string next) =>
        Assert.That(await GuideAsync(written, next), Is.EqualTo(next.Split(' ')));

    // The first is twice as likely as the second, and so on.
    private static async Task<string[]> GuideAsync(string written, string next)
    {
        var fixture = Fixture.InMethod("DateTime? born = null;\n$0\nvar after = 1;");
        var path = fixture.Path;
        Assert.That(fixture.Snapshot.TryGetDocument(path, out var document), Is.True);
        var model = (await document!.GetSemanticModelAsync())!;
        var cursor = fixture.Text.OffsetAt(fixture.Cursor);
        var buffer = BufferTokens.Of(fixture.Text, cursor, cursor, LexicalRules.CSharp, FileNames.None, new Lexicon());
        int[] context = [.. buffer.Before, .. TokenReader.Read(written, LexicalRules.CSharp, FileNames.None, buffer)];
        var likely = next.Split(' ').Select((word, at) => (TokenReader.Read(word, LexicalRules.CSharp, FileNames.None, buffer)[0], 0.5 / (1 << at))).ToList();
        var guided = new NameGuide(model, cursor, buffer, new UsageCounts(), missesReferences: false).Guide(context, likely);
        return [.. guided.Select(one => buffer.TextOf(Token.NumberOf(one.Token)))];
    }
}
