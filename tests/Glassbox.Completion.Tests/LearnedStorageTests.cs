using FsCheck;
using FsCheck.Fluent;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Corpus.Storage;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

public sealed class LearnedStorageTests
{
    private static readonly string[] Names = ["OrderTests.cs", "B.cs", "C.cs", "d.py"];

    private static readonly string[] Fragments =
        ["var x = new Order();", "x.Total(1);", "OrderTests.Load(y)", "\n", "\"text \ud83d\ude00\"", "if (a) { b(); }", "foo.Bar.Baz(foo, 12)", "Order order;", "order.Total()", "é.\ud83d\ude00", "\n/// <param name=\"order\">The order.</param>\n", "\n/// The order, \ud83d\ude00.\n"];

    private static readonly string[] Comments = ["<param name=\"order\">The", "The order, \ud83d\ude00", "order", "Order order;"];

    private static readonly Gen<(int Document, string Text)[]> Histories =
        Gen.ArrayOf(
            from document in Gen.Choose(0, Names.Length - 1)
            from parts in Gen.ArrayOf(Gen.Elements(Fragments))
            select (document, string.Join(' ', parts)));

    /// <summary>Whatever was learned, kept, and changed while no server ran: the next session knows what learning afresh gives.</summary>
    [Test]
    public void Recalled_AfterAnyHistory_EqualsLearnedAfresh() =>
        Prop.ForAll(Histories.ToArbitrary(), Histories.ToArbitrary(), (before, meanwhile) => EqualsFreshAsync(before, meanwhile)).QuickCheckThrowOnFailure();

    [Test]
    public async Task AFile_WithAnyByteChangedOrCutOff_IsNotUsedAndThrowsNothing()
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        var learned = new LearnedDocuments();
        await desk.LearnAsync(learned);
        var good = desk.Export(learned);
        Assert.That(LearnedFile.Read(good, out _), Is.EqualTo(LearnedFileState.Good));
        for (var at = 0; at < good.Length; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= (byte)(1 << (at % 8));
            Assert.That(LearnedFile.Read(bad, out var used), Is.AnyOf(LearnedFileState.Damaged, LearnedFileState.OtherBuild));
            Assert.That(used, Is.Null);
            Assert.That(LearnedFile.Read(good[..at], out _), Is.EqualTo(LearnedFileState.Damaged));
        }

        Assert.That(LearnedFile.Read([.. good, 0], out _), Is.EqualTo(LearnedFileState.Damaged));
    }

    /// <summary>Even with a checksum that is right, what somebody made ends nothing: at worst it is learned anew.</summary>
    [Test]
    public async Task AFile_ThatSomebodyMade_ThrowsNothing()
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "/// <summary>One.</summary>\nclass A { void M() { order.Total(1); \"t\"; } }");
        desk.Write("d.py", "import order");
        var first = new LearnedDocuments();
        await desk.LearnAsync(first);
        var good = desk.Export(first);
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(LearnedFormat.HeadLength, good.Length - 1).Zip(Gen.Choose(0, 255))).ToArbitrary(), async changes =>
        {
            var made = (byte[])good.Clone();
            foreach (var (at, value) in changes) made[at] = (byte)value;
            LearnedFormat.Sum(made, made.AsSpan(LearnedFormat.ChecksumAt, 32));
            if (LearnedFile.Read(made, out var file) != LearnedFileState.Good) return true;
            var learned = new LearnedDocuments();
            learned.Import(file);
            await desk.LearnAsync(learned);
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public async Task WhatHasNotChanged_IsNotReadAgain()
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        var changed = desk.Write("B.cs", "class B { void M() { order.Gone(1); } }");
        desk.Write("C.cs", "class C { void M() { order.Deleted(1); } }");
        var first = new LearnedDocuments();
        await desk.LearnAsync(first);
        Assert.That(LearnedFile.Read(desk.Export(first), out var file), Is.EqualTo(LearnedFileState.Good));
        desk.Write(changed.Name, "class B { void M() { order.Come(1); } }");
        desk.Delete("C.cs");
        desk.Reads.Clear();
        var warm = new LearnedDocuments();
        warm.Import(file);
        await desk.LearnAsync(warm);
        Assert.That(desk.Reads, Is.EqualTo(new[] { "B.cs" }));
        Assert.That((Uses(warm, "Total"), Uses(warm, "Come")), Is.EqualTo((1, 1)));
        Assert.That((warm.Lexicon.Find("Gone"), warm.Lexicon.Find("Deleted")), Is.EqualTo((0, 0)), "what is gone is not even a word");
    }

    [Test]
    public async Task AText_ThatIsThereAnyway_CountsMoreThanTheStamp()
    {
        using var desk = new LearnedDesk();
        var path = desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        var first = new LearnedDocuments();
        await desk.LearnAsync(first);
        Assert.That(LearnedFile.Read(desk.Export(first), out var file), Is.EqualTo(LearnedFileState.Good));
        desk.WriteUnnoticed("A.cs", "class A { void M() { order.Other(1); } }");
        var warm = new LearnedDocuments();
        warm.Import(file);
        var snapshot = desk.Snapshot();
        await snapshot.GetTextAsync(path, CancellationToken.None);
        await warm.LearnAsync(snapshot, changed: null, progress: null, CancellationToken.None);
        Assert.That((Uses(warm, "Total"), Uses(warm, "Other")), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task ABuffer_CountsBeforeWhatWasKeptOfItsFile()
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        await Session(desk);
        desk.Open("A.cs", "class A { void M() { order.Typed(1); } }");
        var engine = await Session(desk);
        Assert.That((Uses(engine, "Total"), Uses(engine, "Typed")), Is.EqualTo((0, 1)));
        desk.Close("A.cs");
        var next = await Session(desk);
        Assert.That((Uses(next, "Total"), Uses(next, "Typed")), Is.EqualTo((1, 0)), "what was not saved was not kept");
    }

    /// <summary>The solution may hold a text that was read before the file was written again.</summary>
    [Test]
    public async Task AFile_ThatIsNotWhatWasLearned_IsNotKept()
    {
        using var desk = new LearnedDesk();
        var path = desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        var learned = new LearnedDocuments();
        await desk.LearnAsync(learned);
        desk.WriteUnnoticed("A.cs", "class A { void M() { order.Other(1); } }");
        Assert.That(LearnedFile.Read(desk.Export(learned), out var file), Is.EqualTo(LearnedFileState.Good));
        Assert.That(file!.TryFind(path, out _), Is.False);
    }

    [Test]
    public async Task AFile_ThatWasWrittenJustNow_IsNotKept()
    {
        using var desk = new LearnedDesk();
        var path = desk.Write("A.cs", "class A { }");
        var learned = new LearnedDocuments();
        await desk.LearnAsync(learned);
        Assert.That(LearnedFile.Read(learned.Export(TimeProvider.System, CancellationToken.None).ToBytes(), out var file), Is.EqualTo(LearnedFileState.Good));
        Assert.That(file!.TryFind(path, out _), Is.False, "it may be written again within the same tick of the clock");
    }

    [Test]
    public async Task TextsThatNoDocumentUses_AreNotKept()
    {
        using var desk = new LearnedDesk();
        var path = desk.Write("A.cs", "class A { void M() { order.Secret(1); } }");
        var learned = new LearnedDocuments();
        await desk.LearnAsync(learned);
        desk.Write("A.cs", "class A { }");
        await desk.LearnAsync(learned, path);
        Assert.That(System.Text.Encoding.Unicode.GetString(desk.Export(learned)), Does.Not.Contain("Secret"));
        Assert.That(System.Text.Encoding.Unicode.GetString(desk.Export(learned)[1..]), Does.Not.Contain("Secret"));
    }

    [TestCase("nothing", null)]
    [TestCase("torn", "damaged")]
    [TestCase("foreign", "damaged")]
    [TestCase("empty", "damaged")]
    [TestCase("newer", "Another version")]
    [TestCase("older", "Another version")]
    [TestCase("other build", "Another version")]
    [TestCase("folder", null)]
    public async Task WhatCannotBeUsed_IsLearnedAnewAndSaidOnce(string what, string? message)
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        await Session(desk);
        var file = Directory.EnumerateFiles(desk.State, "*", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        if (what == "folder") Directory.CreateDirectory(file);
        else if (what != "nothing") await File.WriteAllBytesAsync(file, Spoil(content, what));
        var engine = desk.Engine();
        var said = await engine.RecallAsync([Folder(desk)], default);
        Assert.That(said?.Text, message is null ? Is.Null : Does.Contain(message));
        Assert.That(said?.Show, Is.Not.True);
        await engine.LearnAsync(desk.Snapshot(), null, default);
        Assert.That(Uses(engine, "Total"), Is.EqualTo(1));
    }

    [Test]
    public async Task AFolder_ThatCannotBeWritten_IsSaidOnce()
    {
        using var desk = new LearnedDesk();
        var path = desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        // A file in the way: also root may not create a folder below it.
        await File.WriteAllTextAsync(desk.State, "");
        var engine = desk.Engine();
        Assert.That(await engine.RecallAsync([Folder(desk)], default), Is.Null);
        await engine.LearnAsync(desk.Snapshot(), null, default);
        Assert.That((await engine.KeepAsync([Folder(desk)], default))?.Text, Does.Contain("cannot be kept"));
        desk.Write("A.cs", "class A { }");
        await engine.LearnAsync(desk.Snapshot(), [path], default);
        Assert.That(await engine.KeepAsync([Folder(desk)], default), Is.Null, "once is enough");
        File.Delete(desk.State);
    }

    [Test]
    public async Task TwoServersThatWriteAtOnce_LeaveAWholeFile()
    {
        using var desk = new LearnedDesk();
        desk.Write("A.cs", "class A { void M() { order.Total(1); } }");
        var engines = Enumerable.Range(0, 4).Select(_ => desk.Engine()).ToList();
        foreach (var engine in engines) await engine.LearnAsync(desk.Snapshot(), null, default);
        var said = await Task.WhenAll(engines.Select(engine => Task.Run(() => engine.KeepAsync([Folder(desk)], default))));
        Assert.That(said, Is.All.Null);
        Assert.That(Directory.EnumerateFiles(desk.State, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1), "no draft stays");
        var folder = new LearnedFolder(Path.Combine(desk.State, "learned"), desk.Later);
        Assert.That(folder.Read(folder.FileOf([Folder(desk)]), out _), Is.EqualTo(LearnedFileState.Good));
    }

    [Test]
    public void WhatWasNotUsedForLong_IsDropped()
    {
        using var desk = new LearnedDesk();
        var folder = new LearnedFolder(desk.State, TimeProvider.System);
        var (old, young, foreign) = (folder.FileOf([desk.PathOf("old")]), folder.FileOf([desk.PathOf("young")]), Path.Combine(desk.State, "notes.txt"));
        foreach (var file in new[] { old, young }) Assert.That(folder.Write(file, new byte[100]), Is.Null);
        File.WriteAllText(foreign, "mine");
        foreach (var file in new[] { old, foreign }) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-91));
        File.SetLastWriteTimeUtc(young, DateTime.UtcNow.AddDays(-89));
        Assert.That(folder.Write(folder.FileOf([desk.PathOf("new")]), new byte[100]), Is.Null);
        Assert.That((Directory.Exists(Path.GetDirectoryName(old)), File.Exists(young), File.Exists(foreign)), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void MoreThanTheCap_DropsTheLeastRecentlyUsed()
    {
        using var desk = new LearnedDesk();
        var folder = new LearnedFolder(desk.State, TimeProvider.System) { MostBytes = 250 };
        var files = Enumerable.Range(0, 3).Select(index => folder.FileOf([desk.PathOf($"{index}")])).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            Assert.That(folder.Write(files[i], new byte[100]), Is.Null);
            File.SetLastWriteTimeUtc(files[i], DateTime.UtcNow.AddDays(i - 3));
        }

        Assert.That(folder.Write(files[2], new byte[100]), Is.Null);
        Assert.That(files.Select(File.Exists), Is.EqualTo(new[] { false, true, true }));
    }

    [Test]
    public void AFolderOfFolders_DoesNotDependOnTheirOrder()
    {
        var folder = new LearnedFolder("/state", TimeProvider.System);
        var (a, b) = (DocumentPath.FromFile("/a"), DocumentPath.FromFile("/b"));
        Assert.That(folder.FileOf([a, b]), Is.EqualTo(folder.FileOf([b, a])).And.Not.EqualTo(folder.FileOf([a])));
    }

    private static DocumentPath Folder(LearnedDesk desk) => DocumentPath.FromFile(desk.Folder);

    private static int Uses(LearnedDocuments learned, string name) => learned.Usage[UsageKeys.Member(learned.Lexicon.Find(name))];

    private static int Uses(CompletionEngine engine, string name) => engine.UsesOf(name, isMember: true);

    private static async Task<CompletionEngine> Session(LearnedDesk desk)
    {
        var engine = desk.Engine();
        Assert.That(await engine.RecallAsync([Folder(desk)], default), Is.Null);
        await engine.LearnAsync(desk.Snapshot(), null, default);
        Assert.That(await engine.KeepAsync([Folder(desk)], default), Is.Null);
        return engine;
    }

    private static byte[] Spoil(byte[] content, string how)
    {
        switch (how)
        {
            case "torn": return content[..(content.Length / 2)];
            case "foreign": return "{ \"foreign\": true }"u8.ToArray();
            case "empty": return [];
            case "newer": content[LearnedFormat.Magic.Length]++; return content;
            case "older": content[LearnedFormat.Magic.Length]--; return content;
            default:
                content[LearnedFormat.BuildAt]++;
                LearnedFormat.Sum(content, content.AsSpan(LearnedFormat.ChecksumAt, 32));
                return content;
        }
    }

    private static async Task<bool> EqualsFreshAsync((int Document, string Text)[] before, (int Document, string Text)[] meanwhile)
    {
        using var desk = new LearnedDesk();
        var first = new LearnedDocuments();
        foreach (var one in before)
        {
            Apply(desk, one);
            await desk.LearnAsync(first);
        }

        if (LearnedFile.Read(desk.Export(first), out var file) != LearnedFileState.Good) return false;
        foreach (var one in meanwhile) Apply(desk, one);
        var warm = new LearnedDocuments();
        warm.Import(file);
        await desk.LearnAsync(warm);
        return Names.GroupBy(name => LexicalRules.For(desk.PathOf(name))).All(group => EqualsFresh(desk, warm, group.Key, group));
    }

    // Numbered by the same lexicon, so that what is counted by numbers can be compared.
    private static bool EqualsFresh(LearnedDesk desk, LearnedDocuments warm, LexicalRules rules, IEnumerable<string> names)
    {
        var (usage, language, documentation) = (new UsageCounts(), new LearnedLanguage(), new TokenStore());
        foreach (var path in names.Select(desk.PathOf).Where(path => File.Exists(path.Value)).Order())
        {
            // Files of other languages that are empty are nothing to learn.
            var tokens = TokenReader.Read(File.ReadAllText(path.Value), rules, FileNames.Of(path), warm.Lexicon);
            language.Store.Learn(path, tokens);
            usage.Learn(tokens, warm.Lexicon);
            language.CountWords(tokens, warm.Lexicon, 1);
            if (rules.IsCSharp) documentation.Learn(path, TokenReader.Read(DocumentationText.Of(File.ReadAllText(path.Value)), LexicalRules.Documentation, FileNames.Of(path), warm.Lexicon));
        }

        return (!rules.IsCSharp || Same(usage.ToDictionary(), warm.Usage.ToDictionary()))
            && (rules.IsCSharp || language.Words().ToHashSet().SetEquals(warm.Of(rules).Words()))
            && (!rules.IsCSharp || Comments.All(comment => Places(documentation, comment, LexicalRules.Documentation, warm.Lexicon).SequenceEqual(Places(warm.Of(LexicalRules.Documentation).Store, comment, LexicalRules.Documentation, warm.Lexicon))))
            && Fragments.All(fragment => Places(language.Store, fragment, rules, warm.Lexicon).SequenceEqual(Places(warm.Of(rules).Store, fragment, rules, warm.Lexicon)));
    }

    private static List<(string Document, int Next)> Places(TokenStore store, string context, LexicalRules rules, Lexicon lexicon)
    {
        var path = DocumentPath.FromFile("/nowhere.x");
        var buffer = BufferTokens.Of(SourceText.From(context), context.Length, context.Length, rules, FileNames.None, lexicon);
        var evidence = new ContextEvidence(store, null, path, buffer);
        var places = new List<Occurrence>();
        evidence.Find(buffer.Before, places);
        return [.. places.Where(place => place.Origin == TokenOrigin.Workspace).Select(place => (evidence.DocumentOf(place)!.Source.Value, place.Next)).Order()];
    }

    private static bool Same<TKey>(Dictionary<TKey, int> left, Dictionary<TKey, int> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var count) && count == pair.Value);

    private static void Apply(LearnedDesk desk, (int Document, string Text) change)
    {
        if (change.Text.Length == 0) desk.Delete(Names[change.Document]);
        else desk.Write(Names[change.Document], change.Text);
    }
}
