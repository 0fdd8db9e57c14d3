using System.Globalization;
using System.Text;

namespace Glassbox.Testing.Wire;

/// <summary>Cuts a stream into messages. Spec: LSP 3.18, Base Protocol. Strict: what is not a header is a failure.</summary>
internal sealed class MessageReader(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int next;
    private int filled;

    /// <summary>The next message's content, or null at the end of the stream.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = -1;
        for (var first = true; ; first = false)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line is null) return first ? null : throw new WireException("The stream ends within a header.");
            if (line.Length == 0) break;

            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var name = colon < 0 ? "" : line[..colon];
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line[(colon + 2)..], CultureInfo.InvariantCulture);
            else if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) throw new WireException($"Not a header, on the channel of the protocol: {line}");
        }

        if (length < 0) throw new WireException("A message without Content-Length.");
        var content = new byte[length];
        for (var read = 0; read < length;)
        {
            if (next == filled && !await FillAsync(cancellationToken)) throw new WireException("The stream ends within a message.");
            var count = Math.Min(filled - next, length - read);
            buffer.AsSpan(next, count).CopyTo(content.AsSpan(read));
            next += count;
            read += count;
        }

        return content;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (next == filled && !await FillAsync(cancellationToken))
            {
                return line.Length == 0 ? null : throw new WireException($"The stream ends within a line: {line}");
            }

            var character = (char)buffer[next++];
            if (character == '\n') return line.ToString();
            if (character != '\r') line.Append(character);
            if (line.Length > 4096) throw new WireException($"A header line without an end: {line.ToString(0, 200)}…");
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        next = 0;
        filled = await stream.ReadAsync(buffer, cancellationToken);
        return filled > 0;
    }
}
