using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Snapshots for answers to keystrokes: the whole project when it is ready, the single file when that would take longer than
/// somebody who types can bear.
/// </summary>
internal sealed class TypingSnapshots(FirstLoad firstLoad, TimeProvider time)
{
    // The first keystroke after the start waits a little, since not every editor asks again; the next ones hardly.
    private static readonly TimeSpan AtFirst = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AtLast = TimeSpan.FromMilliseconds(30);

    // A core that took over from one that died must give the answers that that one gave.
    private static readonly TimeSpan InReplay = TimeSpan.FromSeconds(5);

    private IWorkspaceSession? session;
    private TimeSpan patience = AtFirst;
    private long waitingSince;

    /// <summary>Begins to serve a session.</summary>
    public void Begin(IWorkspaceSession workspace, SessionOptions options)
    {
        session = workspace;
        // A command line asks once and wants the whole answer.
        patience = options.Face == "cli" ? Timeout.InfiniteTimeSpan : options.IsReplay ? InReplay : AtFirst;
    }

    /// <summary>
    /// True when every open document's project is loaded and bound, so that the next keystroke in any of them gets the whole. What is
    /// not begins to be: somebody waits for it.
    /// </summary>
    public bool BeginWhole()
    {
        if (!firstLoad.IsSettled || session is not { } workspace) return false;
        return workspace.Current.OpenDocuments.All(path => workspace.WarmAsync(path, CancellationToken.None).IsCompleted);
    }

    /// <summary>
    /// The newest snapshot, once the document's project is loaded and bound; the document alone where that takes too long;
    /// null when the text changed meanwhile, because then the position that was asked about means another place.
    /// </summary>
    public async Task<(ISnapshot Snapshot, bool IsWhole)?> TakeAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        var workspace = session ?? throw new InvalidOperationException("The session has not begun.");
        // Invariant: the snapshot is taken before the first await, in the order of the calls.
        var asked = workspace.Current;
        var ready = ReadyAsync(workspace, path, cancellationToken);
        if (ready.IsCompletedSuccessfully)
        {
            Interlocked.Exchange(ref waitingSince, 0);
            return (asked, true);
        }

        var isWhole = await IsInTimeAsync(ready);
        var now = workspace.Current;
        if (now.VersionOf(path) != asked.VersionOf(path)) return null;
        return isWhole ? (now, true) : (await now.AloneAsync(path, cancellationToken), false);
    }

    private async Task ReadyAsync(IWorkspaceSession workspace, DocumentPath path, CancellationToken cancellationToken)
    {
        await firstLoad.WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);
        await workspace.WarmAsync(path, cancellationToken);
    }

    private async Task<bool> IsInTimeAsync(Task ready)
    {
        if (patience == Timeout.InfiniteTimeSpan)
        {
            await ready;
            return true;
        }

        Interlocked.CompareExchange(ref waitingSince, time.GetTimestamp(), 0);
        var left = patience - time.GetElapsedTime(Interlocked.Read(ref waitingSince));
        try
        {
            await ready.WaitAsync(left < AtLast ? AtLast : left, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
