using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Testing.Timed;

/// <summary>
/// A server process and the thinnest client for it: it stamps the time when the last byte is there, reads an answer only when
/// it is looked at, and keeps nothing. The tests' client keeps and reads every message, and would measure itself.
/// </summary>
public sealed class BenchServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly Stream input;
    private readonly SemaphoreSlim writing = new(1);
    private readonly ConcurrentDictionary<int, (long SentAt, TaskCompletionSource<Answer> Completion)> pending = new();
    private readonly StringBuilder standardError = new();
    private readonly Task reading;
    private readonly WireFolder state;
    private int lastId;

    private BenchServer(Process process, WireFolder state, long startedAt)
    {
        this.process = process;
        this.state = state;
        StartedAt = startedAt;
        input = process.StandardInput.BaseStream;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (standardError) standardError.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Just before the process was started.</summary>
    public long StartedAt { get; }

    /// <summary>The process of the face.</summary>
    public int FaceId => process.Id;

    /// <summary>Starts <c>glassbox lsp</c> with a state folder of its own.</summary>
    public static BenchServer Start(string program, string folder)
    {
        var state = WireFolder.Create("glassbox-bench-state");
        var start = new ProcessStartInfo(program, ["lsp", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["GLASSBOX_STATE"] = state.Path;
        var startedAt = Stopwatch.GetTimestamp();
        return new BenchServer(Process.Start(start) ?? throw new WireException($"{program} did not start."), state, startedAt);
    }

    /// <summary>Sends <c>initialize</c>, as the Full profile of the tests.</summary>
    public async Task<Answer> InitializeAsync(string folder, bool isTrusted)
    {
        var uri = LspClient.UriOf(folder);
        return await AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["clientInfo"] = new JsonObject { ["name"] = "Glassbox.Testing (timed)" },
            ["rootUri"] = uri,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = uri, ["name"] = Path.GetFileName(folder) }),
            ["capabilities"] = ClientProfile.Full.With("general.positionEncodings", new JsonArray("utf-16")).Capabilities,
            ["initializationOptions"] = new JsonObject { ["trusted"] = isTrusted },
        });
    }

    /// <summary>Sends a request without waiting.</summary>
    public async Task<(int Id, Task<Answer> Answer)> SendAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref lastId);
        var completion = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = Message(id, method, parameters);
        pending[id] = (Stopwatch.GetTimestamp(), completion);
        await WriteAsync(message);
        return (id, completion.Task);
    }

    /// <summary>Sends a request and waits for its answer, result or error.</summary>
    public async Task<Answer> AskAsync(string method, JsonNode? parameters)
    {
        var (_, answer) = await SendAsync(method, parameters);
        try
        {
            return await answer.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            throw new WireException($"{method} was not answered within a minute.\n{StandardError()}");
        }
    }

    /// <summary>Sends a notification.</summary>
    public Task NotifyAsync(string method, JsonNode? parameters) => WriteAsync(Message(null, method, parameters));

    /// <summary>Takes a request back.</summary>
    public Task CancelAsync(int id) => NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = id });

    /// <summary>Asks for <c>glassbox/status</c>.</summary>
    public async Task<JsonElement> StatusAsync() => (await AskAsync("glassbox/status", new JsonObject())).Result();

    /// <summary>What it wrote to standard error.</summary>
    public string StandardError()
    {
        lock (standardError) return standardError.ToString();
    }

    /// <summary>Ends it as an editor does, or by force where it does not end.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
            {
                await AskAsync("shutdown", null);
                await NotifyAsync("exit", null);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await process.WaitForExitAsync(patience.Token);
            }
        }
        catch (Exception failure) when (failure is WireException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        await reading;
        process.Dispose();
        writing.Dispose();
        state.Dispose();
    }

    private static byte[] Message(int? id, string method, JsonNode? parameters)
    {
        var message = new JsonObject { ["jsonrpc"] = "2.0" };
        if (id is not null) message["id"] = id;
        message["method"] = method;
        if (parameters is not null) message["params"] = parameters;
        return Framed(message);
    }

    private static byte[] Framed(JsonObject message)
    {
        var content = Encoding.UTF8.GetBytes(message.ToJsonString());
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")), .. content];
    }

    private async Task WriteAsync(byte[] message)
    {
        await writing.WaitAsync();
        try
        {
            await input.WriteAsync(message);
            await input.FlushAsync();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            throw new WireException($"The server does not take messages any more.\n{StandardError()}", failure);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        var frames = new Frames(process.StandardOutput.BaseStream);
        while (await frames.ReadAsync() is var (content, at))
        {
            var (id, isCall) = MessageHead.Read(content);
            if (isCall)
            {
                // Answered beside the reading, so that a long write never holds up the clock of what comes next.
                if (id is not null) _ = AnswerAsync(content);
            }
            else if (id is not null && int.TryParse(id, CultureInfo.InvariantCulture, out var number) && pending.TryRemove(number, out var request))
            {
                request.Completion.TrySetResult(new Answer(content, request.SentAt, at));
            }
        }

        foreach (var id in pending.Keys)
        {
            if (pending.TryRemove(id, out var request)) request.Completion.TrySetException(new WireException($"The server closed the connection.\n{StandardError()}"));
        }
    }

    private async Task AnswerAsync(byte[] content)
    {
        try
        {
            var request = JsonNode.Parse(content)!;
            JsonNode? result = (string)request["method"]! == "workspace/configuration" ? new JsonArray([.. request["params"]!["items"]!.AsArray().Select(_ => (JsonNode?)null)]) : null;
            await WriteAsync(Framed(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone(), ["result"] = result }));
        }
        catch (Exception failure) when (failure is WireException or ObjectDisposedException or JsonException)
        {
            // The server is on its way out; nobody waits for this answer.
        }
    }
}
