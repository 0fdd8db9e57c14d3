using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Tests;

/// <summary>How far contexts agree, beside three plain loops.</summary>
public sealed class ContextMatchTests
{
    private const int MostSwaps = 8;

    [Test]
    public void Between_EqualsThreePlainLoops()
    {
        var random = new Random(1);
        var longest = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var source = Tokens(random, random.Next(1, 70));
            var context = random.Next(2) == 0 ? Tokens(random, random.Next(0, 60)) : Altered(random, source);
            var (place, first) = (source.Length, random.Next(2));
            if (place < first) continue;
            var match = ContextMatch.Between(source, place, first, context);
            Assert.That((match.Exact, match.Alike, match.Loose), Is.EqualTo(Plain(source, place, first, context)), string.Join(' ', source) + " | " + string.Join(' ', context));
            longest = Math.Max(longest, match.Loose);
        }

        Assert.That(longest, Is.GreaterThan(20));
    }

    private static (int Exact, int Alike, int Loose) Plain(int[] source, int place, int first, int[] context)
    {
        var longest = Math.Min(Math.Min(place - first, context.Length), ContextEvidence.Longest);
        var exact = 0;
        while (exact < longest && Token.NumberOf(source[place - 1 - exact]) == Token.NumberOf(context[^(exact + 1)]) && source[place - 1 - exact] != Token.Gap) exact++;
        var alike = 0;
        while (alike < longest && Token.TemplateOf(source[place - 1 - alike]) == Token.TemplateOf(context[^(alike + 1)]) && source[place - 1 - alike] != Token.Gap) alike++;
        var (loose, swaps) = (alike, 0);
        while (loose < longest)
        {
            var (theirs, ours) = (source[place - 1 - loose], context[^(loose + 1)]);
            if (theirs == Token.Gap || (Token.TemplateOf(theirs) != Token.TemplateOf(ours) && (!Token.IsName(theirs) || !Token.IsName(ours) || ++swaps > MostSwaps))) break;
            loose++;
        }

        return (exact, alike, loose);
    }

    private static int[] Tokens(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => One(random))];

    private static int[] Altered(Random random, int[] source) => [.. source.Select(token => random.Next(12) == 0 ? One(random) : token == Token.Gap ? One(random) : token)];

    private static int One(Random random) => random.Next(40) == 0 ? Token.Gap : Token.Of(Lexicon.FixedCount + random.Next(3), (TokenClass)random.Next(7), random.Next(2) == 0);
}
