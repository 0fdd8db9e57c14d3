using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>
/// Parses and binds ahead of the first question: the projects of open documents first. One project at a time, so that
/// typing always finds a free core.
/// </summary>
internal sealed class Warmer(SessionStore store, Warmth warmth)
{
    private CancellationTokenSource? stop;

    /// <summary>Begins with what is loaded now.</summary>
    public void Start()
    {
        Stop();
        stop = new CancellationTokenSource();
        var token = stop.Token;
        _ = Task.Run(() => RunAsync(token), CancellationToken.None);
    }

    /// <summary>Takes up no further project.</summary>
    public void Stop()
    {
        stop?.Cancel();
        stop?.Dispose();
        stop = null;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var warmed = new HashSet<ProjectId>();
        while (!cancellationToken.IsCancellationRequested && Next(warmed) is { } project)
        {
            warmed.Add(project.Id);
            await warmth.WarmedAsync(project);
        }
    }

    private Project? Next(HashSet<ProjectId> warmed)
    {
        var state = store.Current;
        foreach (var open in state.Snapshot.OpenDocuments)
        {
            if (state.Snapshot.TryGetDocument(open, out var document) && !warmed.Contains(document.Project.Id)) return document.Project;
        }

        return state.Solution.Projects.FirstOrDefault(project => !warmed.Contains(project.Id));
    }
}
