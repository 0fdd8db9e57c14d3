using Glassbox.Contracts.Engines;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Lets an answer wait, a little and only once, for the projects to be there: a member list without them would be empty, and
/// not every editor asks again. After a core died this is what makes the next answer right.
/// </summary>
internal sealed class FirstLoad(TimeProvider time)
{
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IWorkspaceSession? workspace;

    /// <summary>The projects of all folders have been read at least as data, or loading has ended.</summary>
    public bool IsSettled => settled.Task.IsCompleted;

    /// <summary>Begins to watch a session that loads.</summary>
    public void Begin(IWorkspaceSession workspace)
    {
        Volatile.Write(ref this.workspace, workspace);
        if (!workspace.IsLoading) settled.TrySetResult();
        // A load that fails or is stopped settles it too, and so does one that finds no project.
        _ = workspace.WaitForLoadAsync(CancellationToken.None).ContinueWith(
            _ => settled.TrySetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Projects came or changed: perhaps every folder has its own now.</summary>
    public void Look()
    {
        if (IsSettled || Volatile.Read(ref workspace) is not { } session) return;
        if (session.Describe().Folders.All(folder => folder.Tier != "loose")) settled.TrySetResult();
    }

    /// <summary>Waits until it is settled, or as long as is bearable.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (IsSettled) return;
        try
        {
            await settled.Task.WaitAsync(patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Single files are better than nothing; the answer says that there is more to come.
        }
    }
}
