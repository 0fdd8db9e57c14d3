using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace Glassbox.Testing.Timed;

/// <summary>Cuts what the server writes into messages. Spec: LSP 3.18, Base Protocol.</summary>
public sealed class Frames(Stream stream)
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private int next;
    private int filled;

    /// <summary>The next message and when it was complete, or null at the end.</summary>
    public async Task<(byte[] Content, long At)?> ReadAsync()
    {
        var length = -1;
        while (await ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                var text = Encoding.ASCII.GetBytes(line);
                if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) _ = Utf8Parser.TryParse(text.AsSpan("Content-Length:".Length).TrimStart((byte)' '), out length, out _);
                continue;
            }

            if (length < 0) throw new InvalidDataException("A message without Content-Length.");
            var content = new byte[length];
            for (var read = 0; read < length;)
            {
                if (next == filled && !await FillAsync()) return null;
                var count = Math.Min(filled - next, length - read);
                buffer.AsSpan(next, count).CopyTo(content.AsSpan(read));
                next += count;
                read += count;
            }

            return (content, Stopwatch.GetTimestamp());
        }

        return null;
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (next == filled && !await FillAsync()) return null;
            var character = (char)buffer[next++];
            if (character == '\n') return line.ToString();
            if (character != '\r') line.Append(character);
        }
    }

    private async Task<bool> FillAsync()
    {
        next = 0;
        filled = await stream.ReadAsync(buffer);
        return filled > 0;
    }
}
