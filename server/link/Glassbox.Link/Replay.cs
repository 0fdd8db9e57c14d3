using Glassbox.Contracts.Session;

namespace Glassbox.Link;

/// <summary>Brings a fresh core up to a mirror's state.</summary>
internal static class Replay
{
    /// <summary>
    /// Sends everything at once, in order, without waiting in between: the messages are in the pipe when this returns,
    /// so whatever is asked next is asked of the replayed state.
    /// </summary>
    public static Task SendAsync(ICore core, ISessionMirror mirror)
    {
        var sent = new List<Task> { core.OpenSessionAsync(mirror.Options, CancellationToken.None) };
        sent.AddRange(mirror.Documents.Select(document => core.OpenDocumentAsync(document, CancellationToken.None)));
        return Task.WhenAll(sent);
    }
}
