using System.Globalization;
using System.Text;

namespace Glassbox.Lsp.Transport;

/// <summary>Writes whole messages, one at a time, whoever sends them.</summary>
internal sealed class FrameWriter(Stream output) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Writes one message. What was begun is finished, whatever is cancelled: half a message would be read as the next.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"));
            await output.WriteAsync(header, CancellationToken.None);
            await output.WriteAsync(body, CancellationToken.None);
            await output.FlushAsync(CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
