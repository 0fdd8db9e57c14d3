using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>One end of a JSON-RPC connection over a pair of streams. Knows nothing of language servers.</summary>
public sealed class JsonRpcPeer : IAsyncDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 256 };

    private readonly Stream output;
    private readonly MessageReader reader;
    private readonly Func<string, JsonNode?, Task<ServerRequestAnswer>> answer;
    private readonly Dictionary<string, PendingRequest> pending = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writing = new(1);
    private readonly CancellationTokenSource end = new();
    private readonly Task reading;
    private int lastId;
    private volatile bool endExpected;
    private Exception? broken;

    /// <summary>Begins to read.</summary>
    /// <param name="input">What the other side writes.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="answer">Answers its requests; runs beside the reading.</param>
    public JsonRpcPeer(Stream input, Stream output, Func<string, JsonNode?, Task<ServerRequestAnswer>> answer)
    {
        this.output = output;
        this.answer = answer;
        reader = new MessageReader(input);
        reading = Task.Run(ReadAllAsync);
    }

    /// <summary>What went both ways.</summary>
    public MessageLog Log { get; } = new();

    /// <summary>Ends when the other side closes its stream, or breaks the protocol.</summary>
    public Task Ended => reading;

    /// <summary>Sends a request.</summary>
    public async Task<PendingRequest> SendRequestAsync(string method, JsonNode? parameters)
    {
        var request = new PendingRequest(Interlocked.Increment(ref lastId), method);
        lock (pending)
        {
            if (broken is not null) request.Fail(broken);
            else pending.Add(Key(request.Id), request);
        }

        await SendAsync(Message(request.Id, method, parameters));
        return request;
    }

    /// <summary>Sends a notification.</summary>
    public Task SendNotificationAsync(string method, JsonNode? parameters) => SendAsync(Message(null, method, parameters));

    /// <summary>Sends a message as it is.</summary>
    public Task SendAsync(JsonObject message)
    {
        Log.Add(fromServer: false, message);
        return SendContentAsync(Encoding.UTF8.GetBytes(message.ToJsonString()));
    }

    /// <summary>Expects a response that no request of this peer asked for, such as the one to a malformed message.</summary>
    /// <param name="id">Its id as JSON text, <c>null</c> included.</param>
    public PendingRequest ExpectResponse(string id)
    {
        var request = new PendingRequest(0, $"(raw message with id {id})");
        lock (pending) pending[id] = request;
        return request;
    }

    /// <summary>Sends bytes with a right header, whether or not they are JSON.</summary>
    public Task SendContentAsync(ReadOnlyMemory<byte> content)
    {
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n"));
        return SendBytesAsync((byte[])[.. header, .. content.Span]);
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes)
    {
        await writing.WaitAsync(end.Token);
        try
        {
            await output.WriteAsync(bytes, end.Token);
            await output.FlushAsync(end.Token);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw new WireException("The server does not take messages any more.", failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The connection is about to be cut by this side, so that its end is no failure.</summary>
    public void ExpectEnd() => endExpected = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        try
        {
            await reading;
        }
        catch (OperationCanceledException)
        {
            // That is how reading ends.
        }

        end.Dispose();
        writing.Dispose();
    }

    private static JsonObject Message(int? id, string method, JsonNode? parameters)
    {
        var message = new JsonObject { ["jsonrpc"] = "2.0" };
        if (id is not null) message["id"] = id;
        message["method"] = method;
        if (parameters is not null) message["params"] = parameters;
        return message;
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task ReadAllAsync()
    {
        Exception reason = new WireException("The server closed the connection.");
        try
        {
            while (await reader.ReadAsync(end.Token) is { } content)
            {
                var json = Parse(content) as JsonObject ?? throw new WireException("A message that is not an object.");
                Receive(Log.Add(fromServer: true, json));
            }
        }
        catch (Exception failure) when (failure is WireException or JsonException or IOException or FormatException)
        {
            reason = failure;
            if (!endExpected && !end.IsCancellationRequested) Log.AddFailure($"the connection broke: {failure.Message}");
        }
        finally
        {
            PendingRequest[] left;
            lock (pending)
            {
                broken = reason;
                left = [.. pending.Values];
                pending.Clear();
            }

            foreach (var request in left) request.Fail(reason);
            Log.Break(reason);
        }
    }

    // A client in another language would silently take one of the two: here it is said, and the last is taken.
    private JsonNode? Parse(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content, documentOptions: Strict);
        }
        catch (JsonException failure) when (failure.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            using var document = JsonDocument.Parse(content, Lenient);
            var json = Read(document.RootElement);
            Log.AddFailure($"a property stands twice ({failure.Message})");
            return json;
        }

        static JsonNode? Read(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    var members = new JsonObject();
                    foreach (var property in element.EnumerateObject()) members[property.Name] = Read(property.Value);
                    return members;
                case JsonValueKind.Array:
                    return new JsonArray([.. element.EnumerateArray().Select(Read)]);
                case JsonValueKind.Null:
                    return null;
                default:
                    return JsonValue.Create(element.Clone());
            }
        }
    }

    private void Receive(WireMessage message)
    {
        if (!string.Equals((string?)message.Json["jsonrpc"], "2.0", StringComparison.Ordinal)) Log.AddFailure($"not JSON-RPC 2.0: {message}");
        if (message.IsRequest)
        {
            _ = AnswerAsync(message);
            return;
        }

        if (message.IsNotification) return;

        PendingRequest? request;
        lock (pending) pending.Remove(message.Json["id"]?.ToJsonString() ?? "null", out request);
        if (request is null) Log.AddFailure($"answers nothing that was asked, or a second time: {message}");
        else if (message.Json.ContainsKey("result") == message.Json.ContainsKey("error")) Log.AddFailure($"neither or both of result and error: {message}");
        else request.Complete(message.Json);
    }

    private async Task AnswerAsync(WireMessage message)
    {
        try
        {
            var response = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = message.Json["id"]?.DeepClone() };
            switch (await answer(message.Method!, message.Params))
            {
                case ServerRequestAnswer.Result(var value):
                    response["result"] = value;
                    break;
                case ServerRequestAnswer.Error(var code, var text):
                    response["error"] = new JsonObject { ["code"] = code, ["message"] = text };
                    break;
                default:
                    return;
            }

            await SendAsync(response);
        }
        catch (Exception failure) when (failure is WireException or OperationCanceledException or ObjectDisposedException)
        {
            // The server is gone, and with it the wish for an answer.
        }
    }
}
