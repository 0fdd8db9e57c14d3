using Glassbox.Contracts.Session;

namespace Glassbox.Link;

/// <summary>A core in the face's own process: for debugging and for tests.</summary>
public sealed class InProcessCoreConnection(Func<ICoreEvents, ICore> createCore) : ICoreConnection
{
    private readonly Lock gate = new();
    private ICore? core;

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
            _ = Replay.SendAsync(core, mirror);
        }
    }

    /// <inheritdoc/>
    public void Mutate(Action mirror, Func<ICore, Task> core)
    {
        lock (gate)
        {
            mirror();
            if (this.core is { } current) _ = core(current);
        }
    }

    /// <inheritdoc/>
    public void Restart() => Mutate(() => { }, current => current.ReloadAsync(CancellationToken.None));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (core is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
