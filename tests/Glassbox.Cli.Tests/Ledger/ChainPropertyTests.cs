using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Ledger;
using Glassbox.Ledger;

namespace Glassbox.Cli.Tests.Ledger;

internal sealed class ChainPropertyTests
{
    private const int Records = 6;

    [Test]
    public async Task AnyByteChanged_IsNoticedAndItsRecordNamed()
    {
        using var folder = new TemporaryFolder();
        using var ledger = new JsonLinesLedger(folder.Path, TimeProvider.System);
        for (var i = 0; i < Records; i++)
            await ledger.AppendAsync(new CheckRun($"/p{i}", "1", i, ImmutableSortedDictionary<string, int>.Empty.Add("GB1001", i), 1), default);
        var file = folder.At("ledger.jsonl");
        var original = await File.ReadAllBytesAsync(file);

        var changes = from position in Gen.Choose(0, original.Length - 1)
                      from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements('\n', '"', ' ', '0', '{').Select(c => (int)c))
                      where original[position] != value
                      select (position, (byte)value);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var bytes = original.ToArray();
            bytes[change.position] = change.Item2;
            File.WriteAllBytes(file, bytes);
            var found = ledger.VerifyAsync(default).GetAwaiter().GetResult();
            var record = 1 + original.AsSpan(0, change.position).Count((byte)'\n');
            return found is { Fault: LedgerFault.Changed } && found.Sequence == record;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public async Task AnyEndCutOff_IsNoticed()
    {
        using var folder = new TemporaryFolder();
        using var ledger = new JsonLinesLedger(folder.Path, TimeProvider.System);
        for (var i = 0; i < Records; i++)
            await ledger.AppendAsync(new CheckRun($"/p{i}", "1", i, ImmutableSortedDictionary<string, int>.Empty, 1), default);
        var file = folder.At("ledger.jsonl");
        var original = await File.ReadAllBytesAsync(file);

        for (var length = 0; length < original.Length; length += 7)
        {
            await File.WriteAllBytesAsync(file, original[..length]);
            var record = 1 + original.AsSpan(0, length).Count((byte)'\n');
            Assert.That((await ledger.VerifyAsync(default)).Sequence, Is.EqualTo(record), $"cut to {length} bytes");
        }
    }
}
