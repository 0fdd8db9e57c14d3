using System.Collections.Concurrent;
using Glassbox.Contracts.Session;

namespace Glassbox.Workspace.Sessions;

/// <summary>Says each problem once a session, however often it is met.</summary>
internal sealed class MessageBoard(EventPump events)
{
    private readonly ConcurrentDictionary<string, bool> said = new(StringComparer.Ordinal);

    /// <summary>Something that works less well than it could, shown in the editor.</summary>
    public void Warn(string key, string text) => Say(MessageLevel.Warning, key, text, show: true);

    /// <summary>A line in the log.</summary>
    public void Note(string key, string text) => Say(MessageLevel.Information, key, text, show: false);

    /// <summary>Something that does not work, shown in the editor.</summary>
    public void Fail(string key, string text) => Say(MessageLevel.Error, key, text, show: true);

    private void Say(MessageLevel level, string key, string text, bool show)
    {
        if (said.TryAdd(key, true)) events.Post(listener => listener.OnMessage(new CoreMessage(level, text, key, show)));
    }
}
