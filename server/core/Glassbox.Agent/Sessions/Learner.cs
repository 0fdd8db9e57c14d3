using System.Collections.Immutable;
using Glassbox.Agent.Scheduling;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Lets completion learn, shows it where it takes long, and has what was learned kept for the next session: when nothing
/// changed for a while, and at the end.
/// </summary>
internal sealed class Learner(ICompletionEngine completion, BackgroundLane background, TypingGate typing, ICoreEvents events, TimeProvider time)
{
    // Nothing is lost when a session dies before: what changed since is read again.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // The editor waits for its server to end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private IWorkspaceSession? workspace;
    private bool keeps;
    private volatile bool hasLearned;

    /// <summary>Begins with what earlier sessions kept.</summary>
    public void Begin(IWorkspaceSession workspace, SessionOptions options)
    {
        this.workspace = workspace;
        var folders = options.Folders;
        // A command line is over before it would pay.
        keeps = options.Face != "cli";
        if (keeps && !folders.IsEmpty) background.Request("recall", TimeSpan.Zero, async stop => Report(await completion.RecallAsync(folders, stop)));
    }

    /// <summary>Deals with what changed.</summary>
    public async Task LearnAsync(ChangeTracker changes, CancellationToken cancellationToken)
    {
        if (workspace is null) return;
        await typing.WaitForQuietAsync(cancellationToken);
        var batch = changes.Take();
        var work = new LearningWork(events.OnWork, time);
        try
        {
            await completion.LearnAsync(workspace.Current, batch.Paths, batch.Paths is null ? work : null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            changes.Return(batch);
            throw;
        }
        catch
        {
            // The lane reports it; it would fail again, so nobody is to wait for it.
            changes.Settle(batch);
            throw;
        }
        finally
        {
            work.End();
        }

        changes.Settle(batch);
        hasLearned = true;
        if (keeps) background.Request("keep", Pause, KeepAsync);
    }

    /// <summary>Keeps it at the end of the session, unless that takes too long.</summary>
    public async Task KeepNowAsync()
    {
        if (FoldersToKeep() is not { IsEmpty: false } folders) return;
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            Report(await Task.Run(() => completion.KeepAsync(folders, patience.Token), patience.Token));
        }
        catch (OperationCanceledException)
        {
            // What was kept before stays.
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        await typing.WaitForQuietAsync(cancellationToken);
        if (FoldersToKeep() is { IsEmpty: false } folders) Report(await completion.KeepAsync(folders, cancellationToken));
    }

    // What is not loaded or learned yet would be missing from what is kept; the load's end lets learning go on, and that comes here again.
    private ImmutableArray<DocumentPath> FoldersToKeep() =>
        keeps && hasLearned && workspace is { IsLoading: false } loaded ? [.. loaded.Describe().Folders.Select(folder => folder.Path)] : [];

    private void Report(CoreMessage? message)
    {
        if (message is not null) events.OnMessage(message);
    }
}
