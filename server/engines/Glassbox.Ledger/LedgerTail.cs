namespace Glassbox.Ledger;

/// <summary>What a new record follows.</summary>
/// <param name="Sequence">Of the last complete line.</param>
/// <param name="Hash">Of the last complete line; of its bytes where it is no record.</param>
/// <param name="Previous">What that line names as the hash before it.</param>
/// <param name="End">Where the last complete line ends, in bytes.</param>
/// <param name="TornBytes">How many bytes of a half line follow it.</param>
internal sealed record LedgerTail(long Sequence, string Hash, string Previous, long End, int TornBytes)
{
    private const int Block = 16 * 1024;

    /// <summary>Reads the end of the file and no more of it than needed.</summary>
    public static async Task<LedgerTail> ReadAsync(FileStream stream, CancellationToken cancellationToken)
    {
        var length = stream.Length;
        var end = LastBreakBefore(stream, length) + 1;
        var torn = (int)(length - end);
        if (end == 0) return new LedgerTail(0, LedgerLine.NoHash, LedgerLine.NoHash, 0, torn);

        var start = LastBreakBefore(stream, end - 1) + 1;
        var line = new byte[end - 1 - start];
        stream.Position = start;
        stream.ReadExactly(line);
        if (LedgerLine.Read(line) is { } last) return new LedgerTail(last.Sequence, last.Hash, last.Previous, end, torn);

        // A complete line that is no record: somebody changed it. Verification names it; the chain goes on from its bytes,
        // because to lose the new record as well would help nobody.
        stream.Position = 0;
        var lines = 0L;
        await foreach (var _ in LineReader.ReadAsync(stream, end, cancellationToken)) lines++;
        return new LedgerTail(lines, LedgerLine.HashOf(line), "", end, torn);
    }

    private static long LastBreakBefore(FileStream stream, long position)
    {
        var buffer = new byte[Block];
        while (position > 0)
        {
            var count = (int)Math.Min(Block, position);
            position -= count;
            stream.Position = position;
            stream.ReadExactly(buffer, 0, count);
            var found = Array.LastIndexOf(buffer, (byte)'\n', count - 1, count);
            if (found >= 0) return position + found;
        }

        return -1;
    }
}
