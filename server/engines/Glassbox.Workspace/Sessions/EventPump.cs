using System.Threading.Channels;
using Glassbox.Contracts.Engines;

namespace Glassbox.Workspace.Sessions;

/// <summary>Hands events to the session's owner one after the other, in the order in which they were posted.</summary>
internal sealed class EventPump : IAsyncDisposable
{
    private readonly Channel<Action<IWorkspaceEvents>> queue =
        Channel.CreateUnbounded<Action<IWorkspaceEvents>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task running;

    public EventPump(IWorkspaceEvents events) => running = Task.Run(() => RunAsync(events));

    /// <summary>Posts an event; returns at once.</summary>
    public void Post(Action<IWorkspaceEvents> raise) => queue.Writer.TryWrite(raise);

    /// <summary>Delivers what was posted and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
    }

    private async Task RunAsync(IWorkspaceEvents events)
    {
        await foreach (var raise in queue.Reader.ReadAllAsync()) raise(events);
    }
}
