using FsCheck;
using FsCheck.Fluent;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

public sealed class LineIndexTests
{
    private static readonly Arbitrary<string> Texts = TextGenerators.Shrinking(TextGenerators.Text, TextGenerators.Shorter);

    [Test]
    public void AnyText_LinesAreThoseOfTheModel() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Texts, text =>
    {
        var lines = LineIndex.Of(text);
        var model = PlainText.Lines(text);
        return lines.Count == model.Count
            && model.Index().All(line =>
                lines.StartOf(line.Index) == line.Item.Start
                && lines.EndOf(line.Index) == line.Item.End
                && lines.ContentOf(text, line.Index).SequenceEqual(text.AsSpan(line.Item.Start, line.Item.ContentEnd - line.Item.Start)));
    }));

    [Test]
    public void AnyOffset_HasTheLineAndColumnOfTheModel() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Texts, text =>
    {
        var lines = LineIndex.Of(text);
        var model = PlainText.Lines(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var line = model.FindLastIndex(candidate => candidate.Start <= offset);
            if (lines.LineAt(offset) != line || lines.PositionAt(offset) != new TextPosition(line, offset - model[line].Start)) return false;

            // The way back ends before the line break.
            if (lines.OffsetAt(text, lines.PositionAt(offset)) != Math.Min(offset, model[line].ContentEnd)) return false;
        }

        return true;
    }));

    [Test]
    public void OutsideTheText_MeansItsNearestEnd() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Texts, Arb.From(Gen.Choose(-3, 300)), (text, by) =>
    {
        var lines = LineIndex.Of(text);
        return lines.PositionAt(text.Length + Math.Abs(by)) == lines.PositionAt(text.Length)
            && lines.PositionAt(-1 - Math.Abs(by)) == new TextPosition(0, 0)
            && lines.OffsetAt(text, new TextPosition(lines.Count + Math.Abs(by), by)) == text.Length
            && lines.StartOf(lines.Count + Math.Abs(by)) == text.Length
            && lines.StartOf(-1 - Math.Abs(by)) == 0
            && lines.ContentOf(text, lines.Count).IsEmpty;
    }));

    [TestCase("", 1)]
    [TestCase("\n", 2)]
    [TestCase("\r\n", 2)]
    [TestCase("\n\r", 3)]
    [TestCase("a\u0085b\u2028c\u2029d\fe\vf", 1)]
    [TestCase("\uFEFFa\nb", 2)]
    public void Count_OnlyTheProtocolsLineBreaks(string text, int count) => Assert.That(LineIndex.Of(text).Count, Is.EqualTo(count));
}
