using System.Collections.Immutable;
using Glassbox.Agent.Scheduling;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Lets completion learn, shows it where it takes long, and has what was learned kept for the next session: when nothing
/// changed for a while, and at the end. Only for editors, since a command line is over before it would pay.
/// </summary>
internal sealed class LearnedKeeper(ICompletionEngine completion, BackgroundLane background, TypingGate typing, ICoreEvents events, TimeProvider time)
{
    // Nothing is lost when a session dies before: what changed since is read again.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // The editor waits for its server to end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private IWorkspaceSession? workspace;

    /// <summary>Begins with what earlier sessions kept.</summary>
    public void Begin(IWorkspaceSession workspace, SessionOptions options)
    {
        if (options.Face == "cli") return;
        this.workspace = workspace;
        var folders = options.Folders;
        if (!folders.IsEmpty) background.Request("recall", TimeSpan.Zero, async stop => Report(await completion.RecallAsync(folders, stop)));
    }

    /// <summary>Learns, see <see cref="ICompletionEngine.LearnAsync"/>.</summary>
    public async Task LearnAsync(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, CancellationToken cancellationToken)
    {
        var work = new LearningWork(events.OnWork, time);
        try
        {
            await completion.LearnAsync(snapshot, changed, changed is null ? work : null, cancellationToken);
        }
        finally
        {
            work.End();
        }
    }

    /// <summary>Something was learned: it is kept once nothing more comes for a while.</summary>
    public void KeepLater()
    {
        if (workspace is null) return;
        background.Request("keep", Pause, async stop =>
        {
            await typing.WaitForQuietAsync(stop);
            // What is not loaded yet would be missing from it; the load's end lets learning go on, and that comes here again.
            if (FoldersToKeep() is { IsEmpty: false } folders) Report(await completion.KeepAsync(folders, stop));
        });
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

    private ImmutableArray<DocumentPath> FoldersToKeep() =>
        workspace is { IsLoading: false } loaded ? [.. loaded.Describe().Folders.Select(folder => folder.Path)] : [];

    private void Report(CoreMessage? message)
    {
        if (message is not null) events.OnMessage(message);
    }
}
