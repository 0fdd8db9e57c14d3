using System.Collections.Immutable;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Ledger;
using Glassbox.Ledger;

namespace Glassbox.Cli.Tests.Ledger;

internal sealed class JsonLinesLedgerTests
{
    private TemporaryFolder folder = null!;
    private JsonLinesLedger ledger = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        ledger = new JsonLinesLedger(folder.At("state"), new FixedClock());
    }

    [TearDown]
    public void TearDown()
    {
        ledger.Dispose();
        folder.Dispose();
    }

    private string Records => folder.At("state", "ledger.jsonl");

    private static CheckRun Run(int number) => new($"/Größe/{number}", "1", number, ImmutableSortedDictionary<string, int>.Empty, 0);

    private async Task AppendAsync(int count)
    {
        for (var i = 1; i <= count; i++) Assert.That((await ledger.AppendAsync(Run(i), default)).Problem, Is.EqualTo(LedgerProblem.None));
    }

    [Test]
    public async Task EveryKind_IsReadAsItWasWritten()
    {
        LedgerEvent[] events =
        [
            new FixResolved("lsp", null, CodeActionKind.FixAllInDocument, FixScope.Document, "f", ["/a b/ä.cs"], 3, "analysis"),
            new FixApplied("cli", ["GB1001"], [new WrittenDocument("/a.cs", "00", "11")], 1, 2, "analysis"),
            new SuppressionWritten("lsp", "GB1001", "f", "/a.cs", "reviewed \"by hand\"\n"),
            Run(1) with { FindingsByRule = ImmutableSortedDictionary<string, int>.Empty.Add("GB1001", 2) },
            new SuggestionAccepted("lsp", "/a.cs", 7, 12, true, "22", "usage-counts", 0.5, ["seen 3 times"], ["/b.cs"]),
        ];
        Assert.That(events.Select(e => e.Kind), Is.EquivalentTo(LedgerEvent.Kinds.Keys), "every kind is in this test");
        var written = new List<LedgerRecord>();
        foreach (var e in events) written.Add((await ledger.AppendAsync(e, default)).Record!);

        var read = await ledger.ReadAsync(default).ToListAsync();

        Assert.That(read.Select(record => record.Hash), Is.EqualTo(written.Select(record => record.Hash)));
        Assert.That(read.Select(record => record.Sequence), Is.EqualTo(new long[] { 1, 2, 3, 4, 5 }));
        Assert.That(read.Select(record => record.Time), Is.EqualTo(written.Select(record => record.Time)));
        Assert.That(read.Select(record => record.Payload), Is.EqualTo(written.Select(record => record.Payload)));
        Assert.That(read[2].Event, Is.EqualTo(events[2]));
        Assert.That(((FixApplied)read[1].Event!).Documents, Is.EqualTo(((FixApplied)events[1]).Documents));
        Assert.That(((CheckRun)read[3].Event!).FindingsByRule["GB1001"], Is.EqualTo(2));
        Assert.That(((SuggestionAccepted)read[4].Event!).Reasons, Is.EqualTo(new[] { "seen 3 times" }));
    }

    [Test]
    public async Task NoLedger_IsIntactAndEmpty()
    {
        Assert.That(await ledger.VerifyAsync(default), Is.EqualTo(new LedgerVerification(LedgerFault.None, 0, null, null, null)));
        Assert.That(await ledger.ReadAsync(default).ToListAsync(), Is.Empty);
        Assert.That(Directory.Exists(folder.At("state")), Is.False, "and nothing is made by looking");
    }

    [Test]
    public async Task UntouchedChain_IsIntact()
    {
        await AppendAsync(5);
        Assert.That(await ledger.VerifyAsync(default), Is.EqualTo(new LedgerVerification(LedgerFault.None, 5, null, null, null)));
    }

    [TestCase("1 3 4 5", LedgerFault.Removed, 2)]
    [TestCase("2 3 4 5", LedgerFault.Removed, 1)]
    [TestCase("1 2 3 4", LedgerFault.Removed, 5)]
    [TestCase("", LedgerFault.Removed, 1)]
    [TestCase("1 3 2 4 5", LedgerFault.Reordered, 2)]
    [TestCase("2 1 3 4 5", LedgerFault.Reordered, 1)]
    [TestCase("5 1 2 3 4", LedgerFault.Reordered, 1)]
    [TestCase("1 2 2 3 4 5", LedgerFault.Reordered, 3)]
    public async Task LinesMovedOrTaken_AreNamed(string order, LedgerFault fault, long sequence)
    {
        await AppendAsync(5);
        var lines = await File.ReadAllLinesAsync(Records);
        var kept = order.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => lines[int.Parse(number) - 1] + "\n");
        await File.WriteAllTextAsync(Records, string.Concat(kept));

        var found = await ledger.VerifyAsync(default);

        Assert.That((found.Fault, found.Sequence), Is.EqualTo((fault, (long?)sequence)));
    }

    [Test]
    public async Task RecordWrittenAnewWithItsHash_IsNamed([Values(1, 3, 5)] int sequence)
    {
        await AppendAsync(5);
        using var forger = new JsonLinesLedger(folder.At("forged"), new FixedClock());
        for (var i = 1; i <= 5; i++) await forger.AppendAsync(i == sequence ? Run(99) : Run(i), default);
        var lines = await File.ReadAllLinesAsync(Records);
        lines[sequence - 1] = (await File.ReadAllLinesAsync(folder.At("forged", "ledger.jsonl")))[sequence - 1];
        await File.WriteAllTextAsync(Records, string.Join("\n", lines) + "\n");

        var found = await ledger.VerifyAsync(default);

        Assert.That((found.Fault, found.Sequence, found.Line), Is.EqualTo((LedgerFault.Changed, (long?)sequence, (long?)sequence)));
    }

    [Test]
    public async Task WholeLedgerWrittenAnew_IsNoticed()
    {
        await AppendAsync(5);
        using var forger = new JsonLinesLedger(folder.At("forged"), new FixedClock());
        for (var i = 6; i <= 10; i++) await forger.AppendAsync(Run(i), default);
        File.Copy(folder.At("forged", "ledger.jsonl"), Records, overwrite: true);

        Assert.That((await ledger.VerifyAsync(default)).Fault, Is.EqualTo(LedgerFault.Changed));
    }

    [Test]
    public async Task RecordsTakenOffTheEnd_StayNoticedWhenMoreIsWritten()
    {
        await AppendAsync(5);
        var lines = await File.ReadAllLinesAsync(Records);
        await File.WriteAllTextAsync(Records, string.Join("\n", lines[..3]) + "\n");

        await AppendAsync(4);

        Assert.That((await ledger.VerifyAsync(default)).IsIntact, Is.False);
    }

    [Test]
    public async Task HeadTakenAway_StaysNoticed()
    {
        await AppendAsync(2);
        File.Delete(folder.At("state", "ledger.head"));
        await AppendAsync(1);

        Assert.That((await ledger.VerifyAsync(default)).Fault, Is.EqualTo(LedgerFault.HeadMissing));
    }

    [Test]
    public async Task CrashBeforeTheHeadWasWritten_IsNoFault()
    {
        await AppendAsync(1);
        File.Copy(folder.At("state", "ledger.head"), folder.At("old"));
        await AppendAsync(1);
        File.Move(folder.At("old"), folder.At("state", "ledger.head"), overwrite: true);
        Assert.That((await ledger.VerifyAsync(default)).IsIntact);

        await AppendAsync(1);

        Assert.That(await ledger.VerifyAsync(default), Has.Property("IsIntact").True.And.Property("Records").EqualTo(3));
        await File.WriteAllTextAsync(Records, (await File.ReadAllLinesAsync(Records))[0] + "\n");
        Assert.That((await ledger.VerifyAsync(default)).Fault, Is.EqualTo(LedgerFault.Removed), "and the head goes on");
    }

    [Test]
    public async Task TornLastLine_IsReportedThenMovedAsideAndNothingElseIsLost()
    {
        await AppendAsync(3);
        const string torn = "{\"seq\":4,\"time\":\"2026-";
        await File.AppendAllTextAsync(Records, torn);

        Assert.That(await ledger.VerifyAsync(default), Is.EqualTo(new LedgerVerification(LedgerFault.Torn, 3, 4, 4, null)));
        Assert.That(await ledger.ReadAsync(default).CountAsync(), Is.EqualTo(3));

        var append = await ledger.AppendAsync(Run(4), default);

        Assert.That((append.Problem, append.Record?.Sequence), Is.EqualTo((LedgerProblem.TornLineMoved, (long?)4)));
        Assert.That(await File.ReadAllTextAsync(append.Detail!), Is.EqualTo(torn + "\n"));
        Assert.That(append.Detail, Is.EqualTo(Records + ".torn"));
        Assert.That(await ledger.VerifyAsync(default), Has.Property("IsIntact").True.And.Property("Records").EqualTo(4));
    }

    [Test]
    public async Task TornFirstLine_IsMovedAsideToo()
    {
        Directory.CreateDirectory(folder.At("state"));
        await File.WriteAllTextAsync(Records, "{\"se");

        await ledger.AppendAsync(Run(1), default);

        Assert.That((await ledger.VerifyAsync(default)).IsIntact);
    }

    [Test]
    public async Task RecordAfterADamagedLine_IsStillWritten()
    {
        await AppendAsync(2);
        await File.AppendAllTextAsync(Records, "not a record\n");

        Assert.That((await ledger.AppendAsync(Run(4), default)).Record!.Sequence, Is.EqualTo(4));
        Assert.That((await ledger.VerifyAsync(default)).Sequence, Is.EqualTo(3));
    }

    [Test]
    public async Task KindOfALaterVersion_IsVerifiedAndShown()
    {
        await AppendAsync(1);
        await ledger.AppendAsync(new Later(), default);

        Assert.That((await ledger.VerifyAsync(default)).IsIntact);
        var record = await ledger.ReadAsync(default).LastAsync();
        Assert.That((record.Kind, record.Event, record.Payload), Is.EqualTo(("later", (LedgerEvent?)null, "{\"what\":1}")));
    }

    [Test]
    public async Task SeveralWriters_LeaveOneChain()
    {
        var writers = Enumerable.Range(0, 4).Select(async writer =>
        {
            // Each with its own hold on the files, as processes have.
            using var own = new JsonLinesLedger(folder.At("state"), TimeProvider.System);
            for (var i = 0; i < 10; i++) Assert.That((await own.AppendAsync(Run(writer), default)).Succeeded);
        });
        await Task.WhenAll(writers);

        Assert.That(await ledger.VerifyAsync(default), Has.Property("IsIntact").True.And.Property("Records").EqualTo(40));
    }

    [Test]
    public async Task FolderThatIsAFile_IsAProblemAndNoException()
    {
        folder.Write("file", "");
        using var blocked = new JsonLinesLedger(folder.At("file"), TimeProvider.System);

        var append = await blocked.AppendAsync(Run(1), default);

        Assert.That(append.Succeeded, Is.False);
        Assert.That(append.Problem, Is.EqualTo(LedgerProblem.DiskFailed).Or.EqualTo(LedgerProblem.NotWritable));
        Assert.That(append.Detail, Is.Not.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task FullDisk_IsAProblemAndLosesNothing()
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("This system has no /dev/full.");
        await AppendAsync(1);
        var torn = Records + ".torn";
        // The half line has to go to a device that is always full.
        File.CreateSymbolicLink(torn, "/dev/full");
        await File.AppendAllTextAsync(Records, "half");

        var append = await ledger.AppendAsync(Run(2), default);

        Assert.That((append.Problem, append.Succeeded), Is.EqualTo((LedgerProblem.DiskFailed, false)));
        Assert.That(await File.ReadAllTextAsync(Records), Does.EndWith("\nhalf"));
    }

    [Test]
    public async Task LockHeldTooLong_IsBusy()
    {
        Directory.CreateDirectory(folder.At("state"));
        await using var held = new FileStream(folder.At("state", "ledger.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var hurried = new JsonLinesLedger(folder.At("state"), new HurriedClock());

        Assert.That(await hurried.AppendAsync(Run(1), default), Is.EqualTo(new LedgerAppend(null, LedgerProblem.Busy, null)));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Files_AreTheOwnersAlone()
    {
        await AppendAsync(1);
        foreach (var file in Directory.EnumerateFiles(folder.At("state")))
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
    }

    private sealed record Later() : LedgerEvent("later")
    {
        public int What { get; } = 1;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }

    /// <summary>A clock on which seconds pass from look to look.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => Interlocked.Add(ref now, 2 * TimestampFrequency);
    }
}
