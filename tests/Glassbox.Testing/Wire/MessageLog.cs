using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>Everything that went over one connection, and who waits for what.</summary>
public sealed class MessageLog
{
    private readonly Lock gate = new();
    private readonly List<WireMessage> messages = [];
    private readonly List<(Func<WireMessage, bool> Match, TaskCompletionSource<WireMessage> Found)> waiting = [];
    private readonly List<string> failures = [];
    private readonly List<Func<WireMessage, bool>> allowed = [];
    private readonly long begin = Stopwatch.GetTimestamp();

    /// <summary>The number of messages so far; what comes later has a greater sequence.</summary>
    public int Mark
    {
        get
        {
            lock (gate) return messages.Count;
        }
    }

    /// <summary>A copy of all messages so far.</summary>
    public IReadOnlyList<WireMessage> All
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    /// <summary>The server's notifications and requests of one method so far.</summary>
    public IReadOnlyList<WireMessage> FromServer(string method, int after = 0) =>
        [.. All.Where(message => message.FromServer && message.Sequence > after && string.Equals(message.Method, method, StringComparison.Ordinal))];

    /// <summary>
    /// Waits for a message of the server, one that came already or the next; it counts as consumed.
    /// </summary>
    /// <param name="method">The method of a notification or request.</param>
    /// <param name="what">The expectation's name.</param>
    /// <param name="deadline">By when.</param>
    /// <param name="match">Which; null for any.</param>
    /// <param name="after">Only messages after this <see cref="Mark"/>.</param>
    public async Task<WireMessage> WaitAsync(
        string method, string what, Deadline deadline, Func<JsonNode?, bool>? match = null, int after = 0)
    {
        bool Matches(WireMessage message) =>
            message.FromServer && message.Sequence > after && string.Equals(message.Method, method, StringComparison.Ordinal)
            && (match is null || match(message.Params));

        TaskCompletionSource<WireMessage> found;
        lock (gate)
        {
            if (messages.Find(Matches) is { } there)
            {
                there.IsConsumed = true;
                return there;
            }

            found = new TaskCompletionSource<WireMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((Matches, found));
        }

        return await deadline.WaitAsync(found.Task, $"{method}: {what}");
    }

    /// <summary>Messages of this kind need not be looked at.</summary>
    public void Allow(Func<WireMessage, bool> match)
    {
        lock (gate) allowed.Add(match);
    }

    /// <summary>
    /// What a careful client would not let pass: messages shown that nobody waited for, broken protocol. Each is told once.
    /// </summary>
    public IReadOnlyList<string> TakeUnexpected()
    {
        lock (gate)
        {
            var shown = messages
                .Where(message => message is { FromServer: true, IsConsumed: false, Method: "window/showMessage" } && !allowed.Any(match => match(message)))
                .ToArray();
            foreach (var message in shown) message.IsConsumed = true;
            string[] unexpected = [.. failures, .. shown.Select(message => $"nobody expected: {message}")];
            failures.Clear();
            return unexpected;
        }
    }

    internal WireMessage Add(bool fromServer, JsonObject json)
    {
        lock (gate)
        {
            var message = new WireMessage(messages.Count + 1, fromServer, json, Stopwatch.GetElapsedTime(begin));
            messages.Add(message);
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (!waiting[i].Match(message)) continue;
                message.IsConsumed = true;
                waiting[i].Found.TrySetResult(message);
                waiting.RemoveAt(i);
            }

            return message;
        }
    }

    internal void AddFailure(string failure)
    {
        lock (gate) failures.Add(failure);
    }

    internal void Break(Exception reason)
    {
        lock (gate)
        {
            foreach (var (_, found) in waiting) found.TrySetException(reason);
            waiting.Clear();
        }
    }
}
