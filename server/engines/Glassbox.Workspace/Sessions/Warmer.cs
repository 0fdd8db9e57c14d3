using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>
/// Parses and binds ahead of the first question: the projects of open documents first. One project at a time, on one
/// thread, so that typing always finds a free core.
/// </summary>
internal sealed class Warmer(SessionStore store)
{
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;

    /// <summary>Begins with what is loaded now.</summary>
    public void Start()
    {
        stop = new CancellationTokenSource();
        var token = stop.Token;
        running = Task.Run(() => RunAsync(token), CancellationToken.None);
    }

    /// <summary>Begins again with what is loaded now.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Start();
    }

    /// <summary>Ends, and waits for the end.</summary>
    public async Task StopAsync()
    {
        if (stop is null) return;
        await stop.CancelAsync();
        await running;
        stop.Dispose();
        stop = null;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var warmed = new HashSet<ProjectId>();
            while (Next(warmed) is { } project)
            {
                warmed.Add(project.Id);
                await project.GetCompilationAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next load begins again.
        }
    }

    private Project? Next(HashSet<ProjectId> warmed)
    {
        var state = store.Current;
        foreach (DocumentPath open in state.Snapshot.OpenDocuments)
        {
            if (state.Snapshot.TryGetDocument(open, out var document) && !warmed.Contains(document.Project.Id)) return document.Project;
        }

        return state.Solution.Projects.FirstOrDefault(project => !warmed.Contains(project.Id));
    }
}
