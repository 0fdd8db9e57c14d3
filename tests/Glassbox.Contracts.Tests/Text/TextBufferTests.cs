using FsCheck;
using FsCheck.Fluent;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Tests.Text;

/// <summary>Incremental synchronization against a plain string: whatever an editor sends, both hold the same text.</summary>
public sealed class TextBufferTests
{
    private static readonly Gen<Step> Steps =
        from startLine in Gen.Choose(0, 12)
        from startColumn in Gen.Choose(0, 14)
        from endLine in Gen.Choose(0, 12)
        from endColumn in Gen.Choose(0, 14)
        from newText in TextGenerators.Text
        from whole in Gen.Choose(0, 19)
        select new Step(startLine, startColumn, endLine, endColumn, newText, whole == 0);

    private static readonly Arbitrary<Script> Scripts = TextGenerators.Shrinking(
        from text in TextGenerators.Text from steps in Steps.ArrayOf() select new Script(text, steps),
        Shrink);

    [Test]
    public void RandomScripts_AreAppliedLikeToAPlainString([Values] PositionEncoding encoding) =>
        Check.One(TextGenerators.TenThousand, Prop.ForAll(Scripts, script =>
        {
            var buffer = TextBuffer.Create(script.Text);
            var model = script.Text;
            foreach (var step in script.Steps)
            {
                var (before, range) = (model, step.Range(model));
                model = ApplyToString(model, range, step.NewText, encoding);
                (buffer, var edit) = buffer.Apply(range, step.NewText, encoding);
                if (buffer.Text != model) return false;

                // What the core is told must lead to the same text.
                if (before.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.NewText) != model) return false;
            }

            return true;
        }));

    [Test]
    public void Positions_ThereAndBack_AreTheSame([Values] PositionEncoding encoding) =>
        Check.One(TextGenerators.TenThousand, Prop.ForAll(TextGenerators.Shrinking(TextGenerators.Text, TextGenerators.Shorter), text =>
        {
            var buffer = TextBuffer.Create(text);
            return PlainText.Lines(text).Index().All(line => PlainText.Boundaries(text[line.Item.Start..line.Item.ContentEnd], encoding).All(boundary =>
            {
                var client = new TextPosition(line.Index, boundary.Units);
                return buffer.OffsetAt(client, encoding) == line.Item.Start + boundary.Utf16
                    && buffer.FromUtf16(buffer.ToUtf16(client, encoding), encoding) == client;
            }));
        }));

    [Test]
    public void Apply_LeavesTheOldBufferAsItWas()
    {
        var before = TextBuffer.Create("one\ntwo");
        var (after, edit) = before.Apply(new TextRange(new TextPosition(1, 0), new TextPosition(1, 3)), "2", PositionEncoding.Utf16);
        Assert.That(before.Text, Is.EqualTo("one\ntwo"));
        Assert.That(after.Text, Is.EqualTo("one\n2"));
        Assert.That(edit, Is.EqualTo(new OffsetEdit(4, 3, "2")));
    }

    private static string ApplyToString(string text, TextRange? range, string newText, PositionEncoding encoding)
    {
        if (range is not { } span) return newText;
        var start = PlainText.OffsetAt(text, span.Start, encoding);
        var end = PlainText.OffsetAt(text, span.End, encoding);
        return text[..Math.Min(start, end)] + newText + text[Math.Max(start, end)..];
    }

    private static IEnumerable<Script> Shrink(Script script)
    {
        for (var i = 0; i < script.Steps.Length; i++) yield return script with { Steps = [.. script.Steps[..i], .. script.Steps[(i + 1)..]] };
        foreach (var shorter in TextGenerators.Shorter(script.Text)) yield return script with { Text = shorter };
        for (var i = 0; i < script.Steps.Length; i++)
        {
            foreach (var shorter in TextGenerators.Shorter(script.Steps[i].NewText))
            {
                yield return script with { Steps = [.. script.Steps[..i], script.Steps[i] with { NewText = shorter }, .. script.Steps[(i + 1)..]] };
            }
        }
    }

    private sealed record Script(string Text, Step[] Steps)
    {
        public override string ToString() => $"{Quote(Text)} {string.Join(' ', Steps.Select(step => step.ToString()))}";

        public static string Quote(string text) => '"' + string.Concat(text.Select(unit => unit is >= ' ' and < '\u007f' ? unit.ToString() : $"\\u{(int)unit:x4}")) + '"';
    }

    /// <summary>One change. Lines and columns may lie beyond the text; those near its end are hit often because texts are short.</summary>
    private sealed record Step(int StartLine, int StartColumn, int EndLine, int EndColumn, string NewText, bool IsWhole)
    {
        public TextRange? Range(string text)
        {
            if (IsWhole) return null;
            var lines = PlainText.Lines(text).Count + 1;
            return new TextRange(new TextPosition(StartLine % lines, StartColumn), new TextPosition(EndLine % lines, EndColumn));
        }

        public override string ToString() => IsWhole ? $"all={Script.Quote(NewText)}" : $"{StartLine}:{StartColumn}-{EndLine}:{EndColumn}={Script.Quote(NewText)}";
    }
}
