using System.Collections.Immutable;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Scheduling;

/// <summary>
/// One worker for what nobody waits for, such as learning. A new request replaces the one that waits
/// under the same name; one that runs is cancelled by a newer one of its name.
/// </summary>
public sealed class BackgroundLane : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Job> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim signal = new(0);
    private readonly CancellationTokenSource ended = new();
    private readonly Action<CoreMessage> report;
    private readonly TimeProvider time;
    private readonly Task worker;
    private ImmutableQueue<string> order = [];
    private Job? running;
    private int disposed;

    /// <summary>Starts the worker.</summary>
    public BackgroundLane(TimeProvider time, Action<CoreMessage> report)
    {
        this.time = time;
        this.report = report;
        worker = Task.Run(WorkAsync);
    }

    /// <summary>Asks for work after a pause in which newer requests of the same name replace this one.</summary>
    public void Request(string name, TimeSpan pause, Func<CancellationToken, Task> work)
    {
        Job job;
        lock (gate)
        {
            if (ended.IsCancellationRequested) return;
            job = new Job(name, work, CancellationTokenSource.CreateLinkedTokenSource(ended.Token));
            if (running is { } busy && busy.Name == name) busy.Stop.Cancel();
            if (waiting.TryGetValue(name, out var replaced)) replaced.Stop.Cancel();
            waiting[name] = job;
        }

        _ = EnqueueAfterAsync(job, pause);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        await ended.CancelAsync();
        signal.Release();
        await worker;
        ended.Dispose();
        signal.Dispose();
    }

    private async Task EnqueueAfterAsync(Job job, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, job.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (gate)
        {
            if (ended.IsCancellationRequested) return;
            order = order.Enqueue(job.Name);
            signal.Release();
        }
    }

    private async Task WorkAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            await signal.WaitAsync();
            Job? job = null;
            lock (gate)
            {
                if (order.IsEmpty) continue;
                order = order.Dequeue(out var name);
                if (waiting.Remove(name, out job)) running = job;
            }

            if (job is null) continue;
            try
            {
                await job.Work(job.Stop.Token);
            }
            catch (OperationCanceledException)
            {
                // A newer request of the same name, or the end of the session.
            }
            catch (Exception failure)
            {
                // The dispatch boundary of this lane: a defect in one job must not end the lane for the session.
                report(new CoreMessage(MessageLevel.Error, $"Background work '{job.Name}' failed: {failure}", Key: null, Show: false));
            }
            finally
            {
                lock (gate) running = null;
            }
        }
    }

    private sealed record Job(string Name, Func<CancellationToken, Task> Work, CancellationTokenSource Stop);
}
