using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Glassbox.Lsp.Transport;

/// <summary>
/// Reads messages framed by <c>Content-Length</c> headers. Anything between messages that is not a header is skipped to the
/// next line, so one stray line on the stream does not end the session. Spec: LSP 3.18, Base Protocol.
/// </summary>
internal sealed class FrameReader(PipeReader reader)
{
    // Far above any real message; a header that says more is noise.
    private const int MaxLength = 512 * 1024 * 1024;
    private const int MaxHeaderLine = 4096;

    /// <summary>The next message's body, or null at the end of the stream.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = -1;
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line is null) return null;
            if (line.Length == 0)
            {
                if (length >= 0) break;
                continue;
            }

            if (TryContentLength(line, out var announced)) length = announced;
        }

        return await ReadBodyAsync(length, cancellationToken);
    }

    private static bool TryContentLength(ReadOnlySpan<byte> line, out int length)
    {
        length = -1;
        // A stray line without a break of its own may precede the header on the same line. Spec: names of headers have no case.
        const string Name = "content-length:";
        var text = Encoding.ASCII.GetString(line);
        var at = text.LastIndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && int.TryParse(text.AsSpan(at + Name.Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out length)
            && length is >= 0 and <= MaxLength;
    }

    private async ValueTask<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(buffer.GetPosition(1, end));
                return line.AsSpan().TrimEnd((byte)'\r').ToArray();
            }

            if (result.IsCompleted)
            {
                reader.AdvanceTo(buffer.End);
                return null;
            }

            if (buffer.Length > MaxHeaderLine) reader.AdvanceTo(buffer.GetPosition(buffer.Length - MaxHeaderLine / 2));
            else reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private async ValueTask<byte[]?> ReadBodyAsync(int length, CancellationToken cancellationToken)
    {
        var result = await reader.ReadAtLeastAsync(Math.Max(1, length), cancellationToken);
        if (result.Buffer.Length < length) return null;
        var body = result.Buffer.Slice(0, length).ToArray();
        reader.AdvanceTo(result.Buffer.GetPosition(length));
        return body;
    }
}
