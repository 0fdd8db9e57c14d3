using System.Diagnostics;

namespace Glassbox.Analysis.Tests;

/// <summary>Half-written and broken texts: the analysis says what it can of them, and goes on.</summary>
public sealed class MutatedCodeTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [TestCase(400)]
    [TestCase(20_000, Category = "Long")]
    public async Task MutatedText_IsAnalyzedWithoutFailure(int count)
    {
        var texts = new AnalysisEngine().Rules.SelectMany(rule => (string[])[rule.BadExample, rule.GoodExample]).ToArray();
        var random = new Random(20261128);
        var code = Code.Of("class Empty;");
        for (var i = 0; i < count; i++)
        {
            var text = Mutated(texts[random.Next(texts.Length)], texts[random.Next(texts.Length)], random);
            var edited = code.Edited(text);
            var watch = Stopwatch.StartNew();
            try
            {
                await edited.FindingsAsync();
            }
            catch (Exception exception)
            {
                Assert.Fail($"Text {i} fails with {exception}:\n{text}");
            }

            // Not a measurement: a hang would be found by nothing else.
            Assert.That(watch.Elapsed, Is.LessThan(Longest), text);
        }
    }

    private static string Mutated(string text, string other, Random random)
    {
        var rounds = 1 + random.Next(3);
        for (var round = 0; round < rounds; round++)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(60, text.Length - at) + 1);
            text = random.Next(5) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Piece(other, random)),
                3 => text.Insert(at, "{}();.,=>\"'<[$@?!&|"[random.Next(19)].ToString()),
                _ => string.Concat(text.AsSpan(0, at), Piece(other, random), text.AsSpan(at + length)),
            };
        }

        return text;
    }

    private static string Piece(string text, Random random)
    {
        var from = random.Next(text.Length);
        return text.Substring(from, random.Next(Math.Min(200, text.Length - from)));
    }
}
