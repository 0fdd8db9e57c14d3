using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Glassbox.Completion.Counts;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

public sealed class CountsTests
{
    private static readonly LexicalRules CSharp = LexicalRules.For(DocumentPath.FromFile("/a.cs"));

    private static readonly string[] Fragments =
        ["var x = new Order();", "x.Total(1);", "x?.Id", "Order.Load(y)", "\n", "// note\n", "\"text\"", "if (a) { b(); }", "foo.Bar.Baz(foo, 12)", "Order order;", "order.Total()", "}"];

    /// <summary>Texts of a few documents over time: which document, and what it holds then (empty: it is gone).</summary>
    private static readonly Gen<(int Document, string Text)[]> Histories =
        Gen.ArrayOf(
            from document in Gen.Choose(0, 3)
            from parts in Gen.ArrayOf(Gen.Elements(Fragments))
            select (document, string.Join(' ', parts)));

    [Test]
    public void Counts_AfterAnyHistory_EqualThoseLearnedAfresh() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            var lexicon = new Lexicon();
            var (usage, ngrams) = (new UsageCounts(), new NgramCounts());
            var current = new Dictionary<int, Learned>();
            foreach (var (document, text) in history)
            {
                if (current.Remove(document, out var old))
                {
                    usage.Unlearn(old.Usage);
                    ngrams.Unlearn(old.Sequence.AsSpan());
                }

                if (text.Length > 0) Learn(current[document] = Learned.Of(text, lexicon), usage, ngrams);
            }

            var (freshUsage, freshNgrams) = (new UsageCounts(), new NgramCounts());
            foreach (var learned in current.Values) Learn(learned, freshUsage, freshNgrams);
            return Same(usage.ToDictionary(), freshUsage.ToDictionary()) && Same(ngrams.ToDictionary(), freshNgrams.ToDictionary());
        }).QuickCheckThrowOnFailure();

    /// <summary>The copy of the file that was learned, half-typed line and all, must not be counted beside the buffer.</summary>
    [Test]
    public void Evidence_DoesNotDependOnWhetherTheFileItselfWasLearned() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (documents, place) =>
        {
            var lexicon = new Lexicon();
            var ngrams = new NgramCounts();
            var all = documents.Select(one => Learned.Of(one.Text, lexicon)).ToList();
            foreach (var other in all.Skip(1)) ngrams.Learn(other.Sequence.AsSpan());
            var text = documents is [var first, ..] ? first.Text : "";
            var cursor = text.Length == 0 ? 0 : place % text.Length;
            var buffer = BufferTokens.Of(SourceText.From(text), cursor, cursor, CSharp, lexicon);
            var without = Likeliest(new TokenEvidence(ngrams, default, buffer));
            if (all.Count > 0) ngrams.Learn(all[0].Sequence.AsSpan());
            var with = Likeliest(new TokenEvidence(ngrams, all.Count > 0 ? all[0].Sequence.AsMemory() : default, buffer));
            return with == without;

            static (int Token, double Probability, int Count)? Likeliest(TokenEvidence evidence) => evidence.AtCursor().Likeliest(1, 2, _ => true);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Evidence_IsNeverCountedAcrossTheCursor()
    {
        var lexicon = new Lexicon();
        const string Text = "order.Total();\norder.\nnext.Line();";
        var learned = Learned.Of(Text, lexicon);
        var ngrams = new NgramCounts();
        ngrams.Learn(learned.Sequence.AsSpan());
        var cursor = Text.IndexOf("order.\n", StringComparison.Ordinal) + "order.".Length;
        var buffer = BufferTokens.Of(SourceText.From(Text), cursor, cursor, CSharp, lexicon);
        var next = new TokenEvidence(ngrams, learned.Sequence.AsMemory(), buffer).AtCursor();
        var seen = new List<string>();
        next.Likeliest(1, 2, token => { seen.Add(buffer.TextOf(TokenSequence.NumberOf(token))); return true; });
        Assert.That(seen.Distinct(), Is.EqualTo(new[] { "Total", "Line" }), "what follows a dot elsewhere, and no line break");
    }

    [Test]
    public void Counts_AfterUnlearningAll_AreEmpty()
    {
        var lexicon = new Lexicon();
        var (usage, ngrams) = (new UsageCounts(), new NgramCounts());
        var learned = Enumerable.Range(0, 200).Select(i => Learned.Of(string.Join('\n', Fragments) + $" name{i} = other{i * 7};", lexicon)).ToArray();
        foreach (var one in learned) Learn(one, usage, ngrams);
        foreach (var one in learned)
        {
            usage.Unlearn(one.Usage);
            ngrams.Unlearn(one.Sequence.AsSpan());
        }

        Assert.That(usage.ToDictionary(), Is.Empty);
        Assert.That(ngrams.ToDictionary(), Is.Empty);
    }

    [Test]
    public void Unlearning_WhatWasNotLearned_Throws()
    {
        var learned = Learned.Of("a.b(c);", new Lexicon());
        Assert.That(() => new UsageCounts().Unlearn(learned.Usage), Throws.InvalidOperationException);
        Assert.That(() => new NgramCounts().Unlearn(learned.Sequence.AsSpan()), Throws.InvalidOperationException);
    }

    [Test]
    public void Successors_CountWhatFollowed()
    {
        var lexicon = new Lexicon();
        var ngrams = new NgramCounts();
        ngrams.Learn(Learned.Of("a b c a b c a b d", lexicon).Sequence.AsSpan());
        var into = new List<(int Token, int Count)>();
        int[] context = [lexicon.Find("a") << 1, lexicon.Find("b") << 1];
        Assert.That(ngrams.Successors(context, 2, into), Is.EqualTo(3));
        Assert.That(into.Select(next => (lexicon.TextOf(TokenSequence.NumberOf(next.Token)), next.Count)), Is.EquivalentTo(new[] { ("c", 2), ("d", 1) }));
    }

    [Test]
    public void Receiver_IsKnownFromItsDeclaration()
    {
        var usage = new UsageCounts();
        usage.Learn(Learned.Of("void M(Order o) { var s = new Shop(); o.Id(); s.Open(); Console.Write(); o.Id(); }", new Lexicon()).Usage);
        Assert.That(usage.OfMember("Order", "Id"), Is.EqualTo(2));
        Assert.That(usage.OfMember("Shop", "Open"), Is.EqualTo(1));
        Assert.That(usage.OfMember("Console", "Write"), Is.EqualTo(1));
        Assert.That(usage.OfMember("Id"), Is.EqualTo(2));
        Assert.That(usage.OfName("Id"), Is.Zero);
    }

    [TestCase("a.b( c)", "a . b ( c )")]
    [TestCase("x => y ?? z?.w", "x => y ?? z ?. w")]
    [TestCase("s = \"a // b\"; // c", "s = \"a // b\" ;")]
    [TestCase("@\"a\"\"b\" + 'c'", "@\"a\"\"b\" + 'c'")]
    [TestCase("$\"{a[\"k\"]} }}\" x", "$\"{a[\"k\"]} }}\" x")]
    [TestCase("\"\"\"raw \"x\" \"\"\" y", "\"\"\"raw \"x\" \"\"\" y")]
    [TestCase("a /* b\n c */ d", "a d")]
    [TestCase("a\r\n\r\n\n b", "a ⏎ b")]
    [TestCase("1.5f 0xFF 1..2", "1.5f 0xFF 1 .. 2")]
    [TestCase("\"open", "\" open")]
    public void Lexer_FindsTokens(string text, string expected) =>
        Assert.That(string.Join(' ', CodeLexer.Read(text, CSharp).Select(token => token.Kind == CodeTokenKind.LineBreak ? "⏎" : token.In(text).ToString())), Is.EqualTo(expected));

    [Test]
    public void Lexer_AnyText_EndsAndCoversInOrder() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("\"'@${}/*\\ \n\ra1_.\ud83d\ude00é".ToCharArray())).Select(characters => new string(characters)).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var token in CodeLexer.Read(text, CSharp))
            {
                if (token.Start < end || token.End > text.Length) return false;
                end = token.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static void Learn(Learned learned, UsageCounts usage, NgramCounts ngrams)
    {
        usage.Learn(learned.Usage);
        ngrams.Learn(learned.Sequence.AsSpan());
    }

    private static bool Same<TKey>(Dictionary<TKey, int> left, Dictionary<TKey, int> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var count) && count == pair.Value);

    private sealed record Learned(UsageSummary Usage, ImmutableArray<int> Sequence)
    {
        public static Learned Of(string text, Lexicon lexicon)
        {
            var tokens = CodeLexer.Read(text, CSharp);
            return new Learned(UsageSummary.Of(text, tokens), TokenSequence.Of(text, tokens, lexicon));
        }
    }
}
