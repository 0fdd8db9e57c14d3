using Glassbox.Contracts.Ledger;

namespace Glassbox.Ledger;

/// <summary>Follows the chain from the first record to the head.</summary>
internal static class ChainVerifier
{
    /// <summary>Names the first fault. Reads to the end only to tell a record that was moved from one that was removed.</summary>
    public static async Task<LedgerVerification> VerifyAsync(
        IAsyncEnumerable<(ReadOnlyMemory<byte> Line, bool IsComplete)> lines, LedgerHead? head)
    {
        var last = LedgerHead.Start;
        LedgerHead? atHead = head == LedgerHead.Start ? head : null;
        long? missing = null;
        var missingLine = 0L;
        var number = 0L;

        await foreach (var (line, isComplete) in lines)
        {
            number++;
            var record = isComplete ? LedgerLine.Read(line) : null;
            if (missing is { } wanted)
            {
                if (record?.Sequence == wanted) return Fault(LedgerFault.Reordered, last, wanted, missingLine);
                continue;
            }

            var expected = last.Sequence + 1;
            // A crash never tears a record that the head already knows.
            if (!isComplete) return Fault(head?.Sequence >= expected ? LedgerFault.Changed : LedgerFault.Torn, last, expected, number);
            if (record is null) return Fault(LedgerFault.Changed, last, expected, number);
            if (record.Sequence < expected) return Fault(LedgerFault.Reordered, last, expected, number);
            if (record.Sequence > expected)
            {
                missing = expected;
                missingLine = number;
                continue;
            }

            // This record's own hash is right, so it is the one before that was written anew.
            if (record.Previous != last.Hash) return Fault(LedgerFault.Changed, last, Math.Max(1, last.Sequence), Math.Max(1, number - 1));
            last = new LedgerHead(record.Sequence, record.Hash);
            if (head?.Sequence == last.Sequence) atHead = last;
        }

        if (missing is not null) return Fault(LedgerFault.Removed, last, missing, missingLine);
        if (head is null) return last.Sequence == 0 ? Intact(last) : Fault(LedgerFault.HeadMissing, last, null, null);
        if (head.Sequence > last.Sequence) return Fault(LedgerFault.Removed, last, last.Sequence + 1, null);
        return atHead == head ? Intact(last) : Fault(LedgerFault.Changed, last, head.Sequence, head.Sequence);
    }

    private static LedgerVerification Intact(LedgerHead last) => new(LedgerFault.None, last.Sequence, null, null, null);

    private static LedgerVerification Fault(LedgerFault fault, LedgerHead last, long? sequence, long? line) =>
        new(fault, last.Sequence, sequence, line, null);
}
