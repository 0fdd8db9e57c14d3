using Glassbox.Contracts.Text;
using Glassbox.Testing.Fixtures;

namespace Glassbox.Contracts.Tests.Fixtures;

public sealed class AnnotatedSourceTests
{
    private const string Source = """
        class A
        {
            byte[] B => MD5.HashData(c);
            //          ^^^^^^^^^^^^^^^ GB2002 MD5 is …
        }
        """;

    [Test]
    public void Difference_AsNoted_IsNull() =>
        Assert.That(AnnotatedSource.Difference(Fixture.Parse(Source).Single, [Note(2, 16, 31, "GB2002", "MD5 is weak")]), Is.Null);

    [TestCase(2, 16, 31, "GB2003", "MD5 is weak")]
    [TestCase(2, 16, 30, "GB2002", "MD5 is weak")]
    [TestCase(2, 16, 31, "GB2002", "SHA1 is weak")]
    public void Difference_OtherwiseThanNoted_ShowsBoth(int line, int start, int end, string code, string message)
    {
        var difference = AnnotatedSource.Difference(Fixture.Parse(Source).Single, [Note(line, start, end, code, message)]);
        Assert.That(difference, Does.Contain("not found: GB2002").And.Contain($"found, not noted: {code}").And.Contain($"^ {code} {message}"));
    }

    [Test]
    public void Difference_NothingFound_IsADifference() => Assert.That(AnnotatedSource.Difference(Fixture.Parse(Source).Single, []), Is.Not.Null);

    [Test]
    public void Difference_TwiceTheSame_IsADifference()
    {
        var note = Note(2, 16, 31, "GB2002", "MD5 is weak");
        Assert.That(AnnotatedSource.Difference(Fixture.Parse(Source).Single, [note, note]), Is.Not.Null);
    }

    [Test]
    public void Render_WhatItWrites_ItReads()
    {
        var notes = new[] { Note(0, 2, 7, "GB0001", "one"), Note(0, 6, 7, "GB0002", ""), Note(1, 4, 5, "GB0003", "x …y") };
        var rendered = AnnotatedSource.Render("class A {\n    }\n", notes);
        Assert.That(Fixture.Parse(rendered).Single.Notes, Is.EqualTo(new[] { notes[0], notes[1], Note(3, 4, 5, "GB0003", "x …y") }), "two lines of notes moved the third");
    }

    [Test]
    public void Render_WhatCaretsCannotReach_IsSaidInWords()
    {
        var rendered = AnnotatedSource.Render("ab\ncd\n", [Note(0, 0, 2, "GB0001", "m"), new FindingNote(new TextRange(new TextPosition(1, 0), new TextPosition(2, 0)), "GB0002", "n")]);
        Assert.That(rendered, Is.EqualTo("ab\n//^ GB0001 (from column 1) m\ncd\n//^ GB0002 (from column 1) (to 3:1) n\n"));
    }

    [TestCase("MD5 is …", "MD5 is weak", ExpectedResult = true)]
    [TestCase("…weak", "MD5 is weak", ExpectedResult = true)]
    [TestCase("MD5…weak…hash", "MD5 is a weak, old hash", ExpectedResult = true)]
    [TestCase("MD5…weak…weak", "MD5 is weak", ExpectedResult = false)]
    [TestCase("abc…cde", "abcde", ExpectedResult = false)]
    [TestCase("…", "anything", ExpectedResult = true)]
    [TestCase("", "anything", ExpectedResult = true)]
    [TestCase("weak", "MD5 is weak", ExpectedResult = false)]
    public bool Accepts_AnEllipsisStandsForAnyStretch(string expected, string found) => Note(0, 0, 1, "GB0001", expected).Accepts(Note(0, 0, 1, "GB0001", found));

    private static FindingNote Note(int line, int start, int end, string code, string message) =>
        new(new TextRange(new TextPosition(line, start), new TextPosition(line, end)), code, message);
}
