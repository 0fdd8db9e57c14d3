using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>Collects what changed until someone deals with it, and lets others wait for that.</summary>
internal sealed class ChangeTracker
{
    private readonly Lock gate = new();
    private readonly List<(long Version, TaskCompletionSource Reached)> waiting = [];
    private HashSet<DocumentPath> paths = [];
    private bool everything;
    private long noted;
    private long settled;

    /// <summary>Notes changed documents, or, with null, that anything may have changed.</summary>
    /// <param name="changed">Which.</param>
    /// <param name="version">The snapshot that came of it; every change up to this one is noted.</param>
    public void Note(IReadOnlyCollection<DocumentPath>? changed, long version)
    {
        lock (gate)
        {
            if (changed is null) everything = true;
            else paths.UnionWith(changed);
            noted = Math.Max(noted, version);
        }
    }

    /// <summary>Takes what was noted and begins anew; <see cref="Settle"/> or <see cref="Return"/> follows.</summary>
    public ChangeBatch Take()
    {
        lock (gate)
        {
            var taken = new ChangeBatch(everything ? null : paths, noted);
            (everything, paths) = (false, []);
            return taken;
        }
    }

    /// <summary>Gives back what could not be dealt with.</summary>
    public void Return(ChangeBatch batch) => Note(batch.Paths, batch.Version);

    /// <summary>What was taken has been dealt with.</summary>
    public void Settle(ChangeBatch batch)
    {
        List<TaskCompletionSource> reached;
        lock (gate)
        {
            settled = Math.Max(settled, batch.Version);
            reached = [.. waiting.Where(one => one.Version <= settled).Select(one => one.Reached)];
            waiting.RemoveAll(one => one.Version <= settled);
        }

        foreach (var one in reached) one.TrySetResult();
    }

    /// <summary>Every change up to a snapshot has been dealt with.</summary>
    public bool IsSettled(long version)
    {
        lock (gate) return version <= settled;
    }

    /// <summary>Waits until every change up to a snapshot has been dealt with.</summary>
    public Task WaitAsync(long version, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (version <= settled) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((version, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }
}
