using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Which projects have been parsed and bound since they were last replaced.</summary>
internal sealed class Warmth : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProjectId, Lazy<Task>> projects = [];
    private readonly CancellationTokenSource ended = new();

    /// <summary>Completes, without an error, when a project is warm; the first who asks begins to warm it.</summary>
    public Task WarmedAsync(Project project) =>
        projects.GetOrAdd(project.Id, _ => new Lazy<Task>(() => Task.Run(() => WarmAsync(project), CancellationToken.None))).Value;

    /// <summary>Notes that projects were replaced.</summary>
    public void Cool(IEnumerable<ProjectId> replaced)
    {
        foreach (var id in replaced) projects.TryRemove(id, out _);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await Task.WhenAll(projects.Values.Where(one => one.IsValueCreated).Select(one => one.Value));
        ended.Dispose();
    }

    private async Task WarmAsync(Project project)
    {
        try
        {
            // Later snapshots share the parsed files, so it does not matter that the text changes meanwhile.
            var compilation = await project.GetCompilationAsync(ended.Token);
            // The first lookup merges the declarations of all files.
            compilation?.GlobalNamespace.GetMembers();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The session is over.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The boundary of background work. A project that cannot be bound must not hold up its keystrokes for ever, and is
            // tried anew only when it is replaced: the question itself meets the same failure, and that is reported with its method.
        }
    }
}
