using Glassbox.Contracts.Session;

namespace Glassbox.Link;

/// <summary>A core in the face's own process: for debugging and for tests.</summary>
public sealed class InProcessCoreConnection(Func<ICoreEvents, ICore> createCore) : ICoreConnection
{
    private readonly Lock gate = new();
    private ICore? core;
    private Task changes = Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>Never raised: this core ends with its face.</remarks>
    public event Action? CoreLost
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public ICore Core => core ?? throw new CoreUnavailableException("The session has not begun.");

    /// <inheritdoc/>
    public CoreConnectionStatus Status => new(core is null ? CoreConnectionState.Starting : CoreConnectionState.Running, null, 0);

    /// <inheritdoc/>
    public void Start(ISessionMirror mirror, ICoreEvents events)
    {
        lock (gate)
        {
            core = createCore(events);
            changes = Replay.SendAsync(core, mirror);
        }
    }

    /// <inheritdoc/>
    public void Mutate(Action mirror, Func<ICore, Task> core)
    {
        lock (gate)
        {
            mirror();
            // A refused change is a defect here, where no second core could be started: it comes out when the connection ends.
            if (this.core is { } current) changes = Task.WhenAll(changes, core(current));
        }
    }

    /// <inheritdoc/>
    public void Restart() => Mutate(() => { }, current => current.ReloadAsync(CancellationToken.None));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await changes;
        if (core is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
