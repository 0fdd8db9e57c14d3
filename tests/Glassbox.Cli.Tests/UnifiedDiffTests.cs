using FsCheck;
using FsCheck.Fluent;
using Glassbox.Cli.Fix;
using Glassbox.Cli.Text;

namespace Glassbox.Cli.Tests;

internal sealed class UnifiedDiffTests
{
    [TestCase("a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n")]
    [TestCase("", "a\n", "@@ -0,0 +1 @@\n+a\n")]
    [TestCase("a\n", "", "@@ -1 +0,0 @@\n-a\n")]
    [TestCase("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")]
    [TestCase("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")]
    public void Change_IsWrittenAsPatchReadsIt(string before, string after, string hunks) =>
        Assert.That(Diff(before, after), Is.EqualTo($"--- a/x\n+++ b/x\n{hunks}"));

    [Test]
    public void EqualTexts_HaveNoDiff() => Assert.That(Diff("a\n", "a\n"), Is.Empty);

    [Test]
    public void AnyChange_CanBeAppliedAgain()
    {
        var text = Gen.Elements("a\n", "b\n", "c\r\n", "d\n", "e\n").ListOf().SelectMany(
            lines => Gen.Elements("", "tail"), (lines, tail) => string.Concat(lines) + tail);
        Prop.ForAll(text.Two().ToArbitrary(), pair => Apply(pair.Item1, Diff(pair.Item1, pair.Item2)) == pair.Item2)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static string Diff(string before, string after)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        UnifiedDiff.Write("x", before, after, new Ink(writer, hasColors: false));
        return writer.ToString();
    }

    /// <summary>A small <c>patch</c>, which checks every number and every line of context.</summary>
    private static string Apply(string before, string diff)
    {
        if (diff.Length == 0) return before;
        var old = Lines(before);
        var result = new List<string>();
        var at = 0;
        var lines = Lines(diff)[2..];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var content = i + 1 < lines.Count && lines[i + 1].StartsWith('\\') ? line[1..].TrimEnd('\n') : line[1..];
            switch (line[0])
            {
                case '@':
                    var spans = line.Split(' ');
                    var (oldStart, oldCount) = Span(spans[1]);
                    var (newStart, _) = Span(spans[2]);
                    var start = oldCount == 0 ? oldStart : oldStart - 1;
                    while (at < start) result.Add(old[at++]);
                    Assert.That(newStart, Is.AnyOf(result.Count, result.Count + 1));
                    break;
                case '+':
                    result.Add(content);
                    break;
                case '-' or ' ':
                    Assert.That(old[at++], Is.EqualTo(content));
                    if (line[0] == ' ') result.Add(content);
                    break;
            }
        }

        return string.Concat(result.Concat(old[at..]));
    }

    private static (int Start, int Count) Span(string text)
    {
        var numbers = text[1..].Split(',');
        return (int.Parse(numbers[0]), numbers.Length == 1 ? 1 : int.Parse(numbers[1]));
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
