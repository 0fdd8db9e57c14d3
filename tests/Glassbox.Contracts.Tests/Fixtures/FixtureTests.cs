using Glassbox.Contracts.Text;
using Glassbox.Testing.Fixtures;

namespace Glassbox.Contracts.Tests.Fixtures;

/// <summary>The language in which tests write their workspaces.</summary>
public sealed class FixtureTests
{
    [Test]
    public void NoHeader_IsOneFile()
    {
        var file = Fixture.Parse("class A { }\n").Single;
        Assert.That(file.Path, Is.EqualTo("/Main.cs"));
        Assert.That(file.Text, Is.EqualTo("class A { }\n"));
        Assert.That(file.Project, Is.Null);
    }

    [Test]
    public void Headers_OpenFilesWithOptions()
    {
        var fixture = Fixture.Parse("//- /App/A.cs project:App refs:Lib,Core\nclass A { }\n//- /Lib/B.cs project:Lib\nclass B { }");
        Assert.That(fixture.Files.Select(file => file.Path), Is.EqualTo(new[] { "/App/A.cs", "/Lib/B.cs" }));
        Assert.That(fixture["/App/A.cs"].Project, Is.EqualTo("App"));
        Assert.That(fixture["A.cs"].References, Is.EqualTo(new[] { "Lib", "Core" }));
        Assert.That(fixture["B.cs"].Text, Is.EqualTo("class B { }"));
    }

    [Test]
    public void Cursor_IsTakenOut()
    {
        var fixture = Fixture.Parse("//- /A.cs\nclass A\n{\n    x.$0\n}\n//- /B.cs\n");
        Assert.That(fixture.CursorFile.Path, Is.EqualTo("/A.cs"));
        Assert.That(fixture.CursorFile.Text, Does.Contain("    x.\n"));
        Assert.That(fixture.Cursor, Is.EqualTo(new TextPosition(2, 6)));
    }

    [Test]
    public void Spans_NestAndHaveNames()
    {
        var file = Fixture.Parse("a [|b {|inner:c|} d|] {|e-1:f|}").Single;
        Assert.That(file.Text, Is.EqualTo("a b c d f"));
        Assert.That(file.TextOf(file.Span()), Is.EqualTo("b c d"));
        Assert.That(file.TextOf(file.Span("inner")), Is.EqualTo("c"));
        Assert.That(file.TextOf(file.Span("e-1")), Is.EqualTo("f"));
        Assert.That(file.Spans.Select(span => span.Start), Is.Ordered);
    }

    [Test]
    public void Span_MayBeEmptyAndHoldTheCursor()
    {
        var file = Fixture.Parse("a[||]b[|$0|]").Single;
        Assert.That(file.Spans.Select(span => (span.Start, span.Length)), Is.EqualTo(new[] { (1, 0), (2, 0) }));
        Assert.That(file.Cursor, Is.EqualTo(2));
    }

    [Test]
    public void Note_SpeaksOfTheLineAbove()
    {
        var file = Fixture.Parse("""
            class A
            {
                byte[] B => MD5.HashData(c);
                //          ^^^^^^^^^^^^^^^ GB2002 weak hash
                //^^^^ GB3001
            }
            """).Single;
        Assert.That(file.Notes, Is.EqualTo(new[]
        {
            new FindingNote(new TextRange(new TextPosition(2, 16), new TextPosition(2, 31)), "GB2002", "weak hash"),
            new FindingNote(new TextRange(new TextPosition(2, 6), new TextPosition(2, 10)), "GB3001", ""),
        }));
        Assert.That(file.Text, Does.Contain("GB2002"), "a note stays, it is a comment");
    }

    [Test]
    public void Note_ColumnsAreThoseOfTheTextWithoutMarks()
    {
        var file = Fixture.Parse("    $0[|abc|] def\n    //  ^^^ GB1001 x").Single;
        Assert.That(file.Text.Split('\n')[0][file.Notes[0].Range.Start.Character..file.Notes[0].Range.End.Character], Is.EqualTo("def"));
    }

    [TestCase("lf", "a\nb")]
    [TestCase("crlf", "a\r\nb")]
    [TestCase("cr", "a\rb")]
    public void LineEnds_AreAsAskedFor(string name, string text) => Assert.That(Fixture.Parse($"//- /A.cs eol:{name}\na\nb").Single.Text, Is.EqualTo(text));

    [Test]
    public void LineEnds_OffsetsAreOfTheTextAsItIs()
    {
        var file = Fixture.Parse("//- /A.cs eol:crlf\na\n[|b|]").Single;
        Assert.That(file.TextOf(file.Span()), Is.EqualTo("b"));
        Assert.That(file.RangeOf(file.Span()).Start, Is.EqualTo(new TextPosition(1, 0)));
    }

    [Test]
    public void ByteOrderMark_IsTheFirstCharacter() => Assert.That(Fixture.Parse("//- /A.cs bom\na").Single.Text, Is.EqualTo("\uFEFFa"));

    [Test]
    public void Raw_KeepsMarks() => Assert.That(Fixture.Parse("//- /A.cs raw\na $0 [|b|]\n// ^ x y").Single.Text, Is.EqualTo("a $0 [|b|]\n// ^ x y"));

    [TestCase("//- A.cs\n", "begins with /")]
    [TestCase("//- /A.cs projekt:App\n", "projekt")]
    [TestCase("//- /A.cs eol:dos\n", "eol")]
    [TestCase("text\n//- /A.cs\n", "before the first")]
    [TestCase("//- /A.cs\n//- /A.cs\n", "twice")]
    [TestCase("$0 $0", "one cursor")]
    [TestCase("//- /A.cs\n$0\n//- /B.cs\n$0", "cursor")]
    [TestCase("[| a", "never closed")]
    [TestCase("a |]", "closes nothing")]
    [TestCase("[| a |}", "closes nothing")]
    [TestCase("{|: a|}", "a name")]
    [TestCase("// ^^^ GB1001", "no line above")]
    [TestCase("ab\n//   ^^^ GB1001", "past the end")]
    [TestCase("    ab\n    //  ^^^", "rule")]
    public void BrokenFixture_IsRefusedWithAMessage(string text, string message) =>
        Assert.That(() => Fixture.Parse(text), Throws.TypeOf<FixtureException>().With.Message.Contains(message));

    [Test]
    public void UnknownFile_TheMessageListsTheKnown() =>
        Assert.That(() => Fixture.Parse("//- /A.cs\n")["B.cs"], Throws.TypeOf<FixtureException>().With.Message.Contains("/A.cs"));
}
