using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>A request on its way.</summary>
public sealed class PendingRequest
{
    private readonly TaskCompletionSource<JsonNode?> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long begin = Stopwatch.GetTimestamp();
    private TimeSpan? latency;

    internal PendingRequest(int id, string method)
    {
        Id = id;
        Method = method;
        // A request that a test gives up is not an unobserved failure.
        _ = completion.Task.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>What <c>$/cancelRequest</c> names.</summary>
    public int Id { get; }

    /// <summary>What was asked.</summary>
    public string Method { get; }

    /// <summary>How long the answer took, or how long it has been waited for.</summary>
    public TimeSpan Latency => latency ?? Stopwatch.GetElapsedTime(begin);

    /// <summary>The result; fails with <see cref="LspErrorException"/>.</summary>
    public Task<JsonNode?> Result => completion.Task;

    /// <summary>The error that is expected to come.</summary>
    public async Task<LspErrorException> ErrorAsync(Deadline deadline)
    {
        try
        {
            var result = await deadline.WaitAsync(Result, $"the answer to {Method} (#{Id})");
            throw new WireException($"{Method} was answered, where an error is expected: {result?.ToJsonString() ?? "null"}");
        }
        catch (LspErrorException error)
        {
            return error;
        }
    }

    internal void Complete(JsonObject response)
    {
        latency = Stopwatch.GetElapsedTime(begin);
        if (response["error"] is { } error)
        {
            completion.TrySetException(new LspErrorException(Method, (int)error["code"]!, (string?)error["message"] ?? "", error["data"]));
        }
        else
        {
            completion.TrySetResult(response["result"]);
        }
    }

    internal void Fail(Exception reason) => completion.TrySetException(new WireException($"{Method} (#{Id}) was not answered: {reason.Message}", reason));
}
