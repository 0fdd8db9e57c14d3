using FsCheck;
using FsCheck.Fluent;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

public sealed class CorpusTests
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

    /// <summary>Forgetting and learning again leaves exactly what learning the last texts afresh would give.</summary>
    [Test]
    public void Learned_AfterAnyHistory_EqualsLearnedAfresh() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            var lexicon = new Lexicon();
            var (usage, store) = (new UsageCounts(), new TokenStore());
            var current = new Dictionary<int, (StoredDocument Stored, int[] Tokens)>();
            foreach (var (document, text) in history)
            {
                if (current.Remove(document, out var old))
                {
                    usage.Unlearn(old.Tokens, lexicon);
                    store.Forget(old.Stored);
                }

                if (text.Length > 0) current[document] = Learn(document, text, lexicon, usage, store);
            }

            var (freshUsage, freshStore) = (new UsageCounts(), new TokenStore());
            foreach (var (document, (_, tokens)) in current)
            {
                freshUsage.Learn(tokens, lexicon);
                freshStore.Learn(PathOf(document), tokens);
            }

            return Same(usage.ToDictionary(), freshUsage.ToDictionary())
                && Fragments.All(fragment => Places(store, fragment, lexicon).SequenceEqual(Places(freshStore, fragment, lexicon)));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Store_WrittenAnew_HoldsWhatIsLeft()
    {
        var lexicon = new Lexicon();
        var store = new TokenStore();
        var text = string.Concat(Enumerable.Repeat("alpha.Beta(gamma);\n", 2000));
        var kept = store.Learn(PathOf(0), TokenReader.Read("order.Total(1);", CSharp, FileNames.None, lexicon));
        var first = store.Current;
        for (var i = 1; i < 20; i++) store.Forget(store.Learn(PathOf(i), TokenReader.Read(text, CSharp, FileNames.None, lexicon)));
        Assert.That(store.Current, Is.Not.SameAs(first), "the waste was cleared away");
        Assert.That(store.Current.Documents(), Is.EqualTo(new[] { kept }));
        Assert.That(Places(store, "order.Total", lexicon), Is.EqualTo(new[] { ("/0.cs", "(") }));
        Assert.That(Places(store, "alpha.Beta", lexicon), Is.Empty);
    }

    /// <summary>The copy of the file that was learned, half-typed line and all, must not be counted beside the buffer.</summary>
    [Test]
    public void Evidence_DoesNotDependOnWhetherTheFileItselfWasLearned() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (documents, place) =>
        {
            var lexicon = new Lexicon();
            var store = new TokenStore();
            foreach (var (one, index) in documents.Skip(1).Select((one, index) => (one, index))) store.Learn(PathOf(index + 1), TokenReader.Read(one.Text, CSharp, FileNames.None, lexicon));
            var text = documents is [var first, ..] ? first.Text : "";
            var own = TokenReader.Read(text, CSharp, FileNames.None, lexicon);
            var cursor = text.Length == 0 ? 0 : place % text.Length;
            var buffer = BufferTokens.Of(SourceText.From(text), cursor, cursor, CSharp, FileNames.None, lexicon);
            var without = Tokens(new ContextEvidence(store, null, PathOf(0), buffer));
            var copy = store.Learn(PathOf(0), own);
            var with = Tokens(new ContextEvidence(store, copy, PathOf(0), buffer));
            return with.SequenceEqual(without);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Evidence_IsNeverCountedAcrossTheCursor()
    {
        var lexicon = new Lexicon();
        const string Text = "order.Total();\norder.\nnext.Line();";
        var store = new TokenStore();
        var copy = store.Learn(PathOf(0), TokenReader.Read(Text, CSharp, FileNames.None, lexicon));
        var cursor = Text.IndexOf("order.\n", StringComparison.Ordinal) + "order.".Length;
        var buffer = BufferTokens.Of(SourceText.From(Text), cursor, cursor, CSharp, FileNames.None, lexicon);
        var seen = Tokens(new ContextEvidence(store, copy, PathOf(0), buffer)).Select(token => buffer.TextOf(Token.NumberOf(token.Token)));
        Assert.That(seen, Is.EquivalentTo(new[] { "Total", "Line" }), "what follows a dot elsewhere, and no line break");
    }

    [Test]
    public void Names_AreLaidBesideEachOther()
    {
        var lexicon = new Lexicon();
        var store = new TokenStore();
        store.Learn(PathOf(1), TokenReader.Read("foreach (var order in orders)\n{\n    Print(order);\n}", CSharp, FileNames.None, lexicon));
        const string Text = "foreach (var invoice in invoices)\n{\n    Print(";
        var buffer = BufferTokens.Of(SourceText.From(Text), Text.Length, Text.Length, CSharp, FileNames.None, lexicon);
        var likeliest = Tokens(new ContextEvidence(store, null, PathOf(0), buffer))[0];
        Assert.That(buffer.TextOf(Token.NumberOf(likeliest.Token)), Is.EqualTo("invoice"));
    }

    [Test]
    public void FileNames_StandForEachOther()
    {
        var lexicon = new Lexicon();
        var store = new TokenStore();
        var there = FileNames.Of(DocumentPath.FromFile("/OrderTests.cs"));
        store.Learn(PathOf(1), TokenReader.Read("class OrderTests\n{\n    Order Make() => new Order();\n}", CSharp, there, lexicon));
        const string Text = "class InvoiceTests\n{\n    ";
        var here = FileNames.Of(DocumentPath.FromFile("/InvoiceTests.cs"));
        var buffer = BufferTokens.Of(SourceText.From(Text), Text.Length, Text.Length, CSharp, here, lexicon);
        var likeliest = Tokens(new ContextEvidence(store, null, PathOf(0), buffer))[0];
        Assert.That(buffer.TextOf(Token.NumberOf(likeliest.Token)), Is.EqualTo("Invoice"));
    }

    [TestCase("OrderTests.cs", "OrderTests", "Order")]
    [TestCase("IOrder.cs", "IOrder", "Order")]
    [TestCase("Order.Lines.cs", "Order", "IOrder")]
    [TestCase("main.cs", "", "")]
    public void FileNames_ComeFromTheFile(string file, string self, string subject) =>
        Assert.That(FileNames.Of(DocumentPath.FromFile("/" + file)), Is.EqualTo(new FileNames(self, subject)));

    [Test]
    public void Counts_AfterUnlearningAll_AreEmpty()
    {
        var lexicon = new Lexicon();
        var (usage, store) = (new UsageCounts(), new TokenStore());
        var learned = Enumerable.Range(0, 200).Select(i => Learn(i, string.Join('\n', Fragments) + $" name{i} = other{i * 7};", lexicon, usage, store)).ToArray();
        foreach (var (stored, tokens) in learned)
        {
            usage.Unlearn(tokens, lexicon);
            store.Forget(stored);
        }

        Assert.That(usage.ToDictionary(), Is.Empty);
        Assert.That(store.Current.Documents(), Is.Empty);
        Assert.That(Fragments.SelectMany(fragment => Places(store, fragment, lexicon)), Is.Empty);
    }

    [Test]
    public void Unlearning_WhatWasNotLearned_Throws()
    {
        var lexicon = new Lexicon();
        var tokens = TokenReader.Read("a.b(c);", CSharp, FileNames.None, lexicon);
        Assert.That(() => new UsageCounts().Unlearn(tokens, lexicon), Throws.InvalidOperationException);
        Assert.That(() => new TokenStore().Forget(new StoredDocument(PathOf(0), 3)), Throws.InvalidOperationException);
    }

    [TestCase("void M(Order o) { o.Id(); o.Id(); }", "Order", "Id", 2)]
    [TestCase("var s = new Shop(); s.Open();", "Shop", "Open", 1)]
    [TestCase("Console.Write();", "Console", "Write", 1)]
    [TestCase("Dictionary<int, List<Order>> all; all.Add();", "Dictionary", "Add", 1)]
    public void Receiver_IsKnownFromItsDeclaration(string text, string type, string member, int expected)
    {
        var lexicon = new Lexicon();
        var usage = new UsageCounts();
        usage.Learn(TokenReader.Read(text, CSharp, FileNames.None, lexicon), lexicon);
        Assert.That(usage[UsageKeys.OfOrigin(Origins.OfType(lexicon.Find(type)), lexicon.Find(member))], Is.EqualTo(expected));
        Assert.That(usage[UsageKeys.Member(lexicon.Find(member))], Is.EqualTo(expected));
        Assert.That(usage[UsageKeys.Name(lexicon.Find(member))], Is.Zero);
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

    private static DocumentPath PathOf(int document) => DocumentPath.FromFile($"/{document}.cs");

    private static (StoredDocument Stored, int[] Tokens) Learn(int document, string text, Lexicon lexicon, UsageCounts usage, TokenStore store)
    {
        var tokens = TokenReader.Read(text, CSharp, FileNames.None, lexicon);
        usage.Learn(tokens, lexicon);
        return (store.Learn(PathOf(document), tokens), tokens);
    }

    // Where a context stands and what follows it there, in an order that does not depend on when it was learned.
    private static List<(string Document, string Next)> Places(TokenStore store, string context, Lexicon lexicon)
    {
        var buffer = BufferTokens.Of(SourceText.From(context), context.Length, context.Length, CSharp, FileNames.None, lexicon);
        var evidence = new ContextEvidence(store, null, PathOf(999), buffer);
        var places = new List<Occurrence>();
        evidence.Find(buffer.Before, places);
        return [.. places.Where(place => place.Origin == TokenOrigin.Workspace)
            .Select(place => (evidence.DocumentOf(place)!.Source.Value, Lexicon.IsText(Token.NumberOf(place.Next)) ? buffer.TextOf(Token.NumberOf(place.Next)) : ""))
            .Order()];
    }

    private static List<(int Token, double Probability)> Tokens(ContextEvidence evidence) =>
        [.. Prediction.Of(evidence, evidence.Buffer.Before, []).Tokens.Select(one => (one.Token, Math.Round(one.Probability, 9))).OrderByDescending(one => one.Item2).ThenBy(one => one.Token)];

    private static bool Same<TKey>(Dictionary<TKey, int> left, Dictionary<TKey, int> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var count) && count == pair.Value);
}
