using System.Collections.Concurrent;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Feedback;

/// <summary>Shows and logs messages: what is worth showing once a session, the rest in the client's log.</summary>
internal sealed class MessageReporter(ClientLink link)
{
    private readonly ConcurrentDictionary<string, bool> shown = new(StringComparer.Ordinal);

    /// <summary>Whether the client wants a trace of what is done: <c>off</c>, <c>messages</c> or <c>verbose</c>.</summary>
    public string Trace { get; set; } = "off";

    /// <summary>Reports a message.</summary>
    public void Report(CoreMessage message)
    {
        if (message.Level == MessageLevel.Trace)
        {
            if (Trace == "verbose") link.Notify("$/logTrace", new JObject { ["message"] = message.Text });
            return;
        }

        var first = message.Key is null || shown.TryAdd(message.Key, true);
        var parameters = new JObject { ["type"] = TypeOf(message.Level), ["message"] = message.Text };
        link.Notify(message.Show && first ? "window/showMessage" : "window/logMessage", parameters);
    }

    /// <summary>Traces what was answered, for clients that asked for a trace.</summary>
    public void TraceAnswer(string method, double milliseconds, string summary)
    {
        if (Trace is "messages" or "verbose")
        {
            link.Notify("$/logTrace", new JObject { ["message"] = FormattableString.Invariant($"{method}: {summary} in {milliseconds:0.0} ms") });
        }
    }

    private static int TypeOf(MessageLevel level) => level switch
    {
        MessageLevel.Error => 1,
        MessageLevel.Warning => 2,
        _ => 3,
    };
}
