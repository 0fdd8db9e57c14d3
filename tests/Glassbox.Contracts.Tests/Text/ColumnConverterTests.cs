using FsCheck;
using FsCheck.Fluent;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

public sealed class ColumnConverterTests
{
    private static readonly Arbitrary<(string Line, PositionEncoding Encoding)> Lines = TextGenerators.Shrinking(
        from line in TextGenerators.Line from encoding in TextGenerators.Encoding select (line, encoding),
        value => TextGenerators.Shorter(value.Item1).Select(shorter => (shorter, value.Item2)));

    [Test]
    public void ToUtf16_AnyColumn_IsTheModels() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Lines, value =>
    {
        var boundaries = PlainText.Boundaries(value.Line, value.Encoding);
        return Enumerable.Range(-2, boundaries[^1].Units + 5).All(column =>
            ColumnConverter.ToUtf16(value.Line, column, value.Encoding) == boundaries.Last(boundary => boundary.Units <= Math.Max(0, column)).Utf16);
    }));

    [Test]
    public void FromUtf16_AtABoundary_IsTheModels() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Lines, value =>
        PlainText.Boundaries(value.Line, value.Encoding).All(boundary =>
            ColumnConverter.FromUtf16(value.Line, boundary.Utf16, value.Encoding) == boundary.Units)));

    [Test]
    public void ThereAndBack_AtABoundary_IsTheSame() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Lines, value =>
        PlainText.Boundaries(value.Line, value.Encoding).All(boundary =>
            ColumnConverter.ToUtf16(value.Line, ColumnConverter.FromUtf16(value.Line, boundary.Utf16, value.Encoding), value.Encoding) == boundary.Utf16)));

    [Test]
    public void FromUtf16_NeverFallsAndNeverLeavesTheLine() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Lines, value =>
    {
        var last = 0;
        for (var column = -1; column <= value.Line.Length + 2; column++)
        {
            var units = ColumnConverter.FromUtf16(value.Line, column, value.Encoding);
            if (units < last || units > PlainText.Boundaries(value.Line, value.Encoding)[^1].Units) return false;
            last = units;
        }

        return true;
    }));

    [Test]
    public void Utf8_IsWhatAnEncoderWrites() => Check.One(TextGenerators.TenThousand, Prop.ForAll(Lines, value =>
        ColumnConverter.FromUtf16(value.Line, value.Line.Length, PositionEncoding.Utf8) == System.Text.Encoding.UTF8.GetByteCount(value.Line)));

    [TestCase("a😀b", 3, PositionEncoding.Utf16, ExpectedResult = 3)]
    [TestCase("a😀b", 2, PositionEncoding.Utf16, ExpectedResult = 1)]
    [TestCase("a😀b", 5, PositionEncoding.Utf8, ExpectedResult = 3)]
    [TestCase("a😀b", 4, PositionEncoding.Utf8, ExpectedResult = 1)]
    [TestCase("a😀b", 2, PositionEncoding.Utf32, ExpectedResult = 3)]
    [TestCase("a\uD83Db", 2, PositionEncoding.Utf32, ExpectedResult = 2)]
    [TestCase("a\uD83Db", 4, PositionEncoding.Utf8, ExpectedResult = 2)]
    [TestCase("", 9, PositionEncoding.Utf8, ExpectedResult = 0)]
    public int ToUtf16_ByExample(string line, int column, PositionEncoding encoding) => ColumnConverter.ToUtf16(line, column, encoding);
}
