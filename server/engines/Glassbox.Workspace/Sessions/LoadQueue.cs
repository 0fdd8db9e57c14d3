namespace Glassbox.Workspace.Sessions;

/// <summary>Runs one load after the other in the background; requests that come close together become one.</summary>
/// <param name="time">The clock.</param>
/// <param name="load">Loads; it does not throw but when it is cancelled.</param>
internal sealed class LoadQueue(TimeProvider time, Func<LoadRequest, CancellationToken, Task> load) : IAsyncDisposable
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(150);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private LoadRequest? pending;
    private Task worker = Task.CompletedTask;
    private bool isWorking;

    /// <summary>A load is under way or due.</summary>
    public bool IsBusy
    {
        get
        {
            lock (gate) return isWorking;
        }
    }

    /// <summary>Asks for a load.</summary>
    /// <param name="request">What is to be loaded.</param>
    /// <param name="isUrgent">Begin without waiting for more.</param>
    public void Ask(LoadRequest request, bool isUrgent = false)
    {
        lock (gate)
        {
            if (stop.IsCancellationRequested) return;
            pending = pending is null ? request : pending.With(request);
            if (isWorking) return;
            isWorking = true;
            worker = Task.Run(() => WorkAsync(isUrgent));
        }
    }

    /// <summary>Waits until no load is under way or due.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task running;
            lock (gate)
            {
                if (!isWorking) return;
                running = worker;
            }

            await running.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Task running;
        lock (gate) running = worker;
        await running;
        stop.Dispose();
    }

    private async Task WorkAsync(bool isUrgent)
    {
        try
        {
            while (true)
            {
                if (!isUrgent) await Task.Delay(Debounce, time, stop.Token);
                isUrgent = false;
                LoadRequest request;
                lock (gate)
                {
                    if (pending is null)
                    {
                        isWorking = false;
                        return;
                    }

                    request = pending;
                    pending = null;
                }

                await load(request, stop.Token);
                lock (gate)
                {
                    if (pending is not null) continue;
                    isWorking = false;
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            lock (gate) isWorking = false;
        }
    }
}
