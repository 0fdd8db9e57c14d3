using System.Runtime.CompilerServices;

namespace Glassbox.Ledger;

/// <summary>Splits a file into lines of bytes, up to a length that was read before.</summary>
internal static class LineReader
{
    /// <summary>The lines without their line breaks; <c>IsComplete</c> is false for a last one that has none.</summary>
    public static async IAsyncEnumerable<(ReadOnlyMemory<byte> Line, bool IsComplete)> ReadAsync(
        Stream stream, long length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        var left = length;
        while (true)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var wanted = (int)Math.Min(left, buffer.Length - filled);
            var read = wanted == 0 ? 0 : await stream.ReadAsync(buffer.AsMemory(filled, wanted), cancellationToken);
            if (read == 0) break;
            left -= read;

            var start = 0;
            var searched = filled;
            filled += read;
            while (Array.IndexOf(buffer, (byte)'\n', searched, filled - searched) is >= 0 and var end)
            {
                yield return (buffer.AsMemory(start, end - start), true);
                start = searched = end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        if (filled > 0) yield return (buffer.AsMemory(0, filled), false);
    }
}
