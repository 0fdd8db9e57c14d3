using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Lsp.Dispatch;

namespace Glassbox.Lsp.Transport;

/// <summary>
/// Stands between the client's stream and OmniSharp. It lets in only what the protocol allows at that moment and answers
/// the rest itself, with the codes that the specification names, so that no input can end the session. It also ends it:
/// <c>shutdown</c> and <c>exit</c> are its own.
/// </summary>
/// <remarks>
/// Workaround: OmniSharp 0.19.5 reads the client's capabilities as of LSP 3.16, registers and asks things on its own from
/// them, and fails on values that it does not know. So it is shown none of them; the raw parameters of <c>initialize</c>
/// are kept here, and <c>ClientProfile</c> reads those. It also parses what looks like a date inside a string into a date,
/// which would change what the user typed; so the parameters of our own methods pass through it as text, see <see cref="Wrap"/>.
/// </remarks>
internal sealed class ProtocolGate(Stream input, Stream output, Func<string, bool> isOurs) : IDisposable
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int NotInitialized = -32002;

    // A message that was begun is finished, if the client reads at all.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    private readonly Pipe inward = new();
    private readonly Pipe outward = new();
    private readonly FrameWriter client = new(output);
    private readonly TaskCompletionSource<JsonObject> initialize = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private bool initialized;
    private bool shutDown;

    /// <summary>What OmniSharp reads.</summary>
    public PipeReader Inward => inward.Reader;

    /// <summary>What OmniSharp writes.</summary>
    public PipeWriter Outward => outward.Writer;

    /// <summary>The client's own parameters of <c>initialize</c>.</summary>
    public Task<JsonObject> InitializeParams => initialize.Task;

    /// <summary>Runs until the client says <c>exit</c> or closes the stream.</summary>
    /// <returns>The exit code: 0 after <c>shutdown</c>, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pump = PumpOutAsync(ended.Token);
        // A read of standard input that has begun cannot be cancelled; it is left behind when we are told to end.
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(told.SetResult);
        await Task.WhenAny(PumpInAsync(cancellationToken), told.Task);

        await ended.CancelAsync();
        try
        {
            await pump.WaitAsync(LastWord);
        }
        catch (TimeoutException)
        {
            // The client does not read what was being written; nobody is left to read it.
        }

        return shutDown ? 0 : 1;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task PumpInAsync(CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input);
        var frames = new FrameReader(reader);
        using var inner = new FrameWriter(inward.Writer.AsStream());
        try
        {
            while (await frames.ReadAsync(cancellationToken) is { } body)
            {
                var head = MessageHead.Read(body);
                if (head is { Method: "exit", Kind: MessageKind.Notification or MessageKind.Request }) return;
                if (await AdmitAsync(head, body, cancellationToken) is { } admitted) await inner.WriteAsync(admitted, cancellationToken);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client is gone, or we were told to end; either way the session is over.
        }
    }

    // The message to pass on, or null where it was answered or dropped here.
    private async ValueTask<byte[]?> AdmitAsync(MessageHead head, byte[] body, CancellationToken cancellationToken)
    {
        switch (head.Kind)
        {
            case MessageKind.NotJson:
                await RefuseAsync(head.Id, ParseError, "The message is not valid JSON.", cancellationToken);
                return null;
            case MessageKind.Invalid:
                await RefuseAsync(head.Id, InvalidRequest, "The message is not a request, notification or response of JSON-RPC 2.0.", cancellationToken);
                return null;
            case MessageKind.Response:
                // An answer to nothing, which OmniSharp would stumble over, is dropped.
                return asked.TryRemove(head.Id!.Trim('"'), out _) ? body : null;
            case MessageKind.Notification:
                return initialized && !shutDown ? Wrap(head, body) : null;
        }

        if (shutDown)
        {
            await RefuseAsync(head.Id, InvalidRequest, $"The server was shut down; '{head.Method}' is no longer answered.", cancellationToken);
            return null;
        }

        if (head.Method == "initialize")
        {
            if (initialized)
            {
                await RefuseAsync(head.Id, InvalidRequest, "The server is initialized already.", cancellationToken);
                return null;
            }

            initialized = true;
            return TakeInitialize(body);
        }

        if (!initialized)
        {
            await RefuseAsync(head.Id, NotInitialized, $"'{head.Method}' came before 'initialize'.", cancellationToken);
            return null;
        }

        if (head.Method == "shutdown")
        {
            shutDown = true;
            await client.WriteAsync(Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{head.Id}},"result":null}"""), cancellationToken);
            return null;
        }

        return Wrap(head, body);
    }

    /// <summary>The same message with the parameters of our own methods as one string, which nobody parses on the way.</summary>
    private byte[] Wrap(MessageHead head, byte[] body)
    {
        if (!isOurs(head.Method!)) return body;
        var buffer = new ArrayBufferWriter<byte>(body.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc"u8, "2.0"u8);
            if (head.Id is { } id)
            {
                writer.WritePropertyName("id"u8);
                writer.WriteRawValue(id);
            }

            writer.WriteString("method"u8, head.Method);
            writer.WriteStartObject("params"u8);
            writer.WriteString(Parameters.RawProperty, body.AsSpan()[head.Parameters]);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private byte[] TakeInitialize(byte[] body)
    {
        var message = JsonNode.Parse(body)!.AsObject();
        initialize.TrySetResult(message["params"] as JsonObject ?? []);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = message["id"]?.DeepClone(),
            ["method"] = "initialize",
            ["params"] = new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() },
        });
    }

    private ValueTask RefuseAsync(string? id, int code, string message, CancellationToken cancellationToken)
    {
        var text = JsonEncodedText.Encode(message);
        return client.WriteAsync(
            Encoding.UTF8.GetBytes($$$"""{"jsonrpc":"2.0","id":{{{id ?? "null"}}},"error":{"code":{{{code}}},"message":"{{{text}}}"}}"""),
            cancellationToken);
    }

    private async Task PumpOutAsync(CancellationToken cancellationToken)
    {
        var frames = new FrameReader(outward.Reader);
        try
        {
            while (await frames.ReadAsync(cancellationToken) is { } body)
            {
                if (MessageHead.Read(body) is { Kind: MessageKind.Request, Id: { } id }) asked[id.Trim('"')] = true;
                await client.WriteAsync(body, cancellationToken);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Nobody reads any more; the reading side notices the same and ends the session.
        }
    }
}
