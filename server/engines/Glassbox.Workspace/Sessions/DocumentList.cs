using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Which documents analysis looks at: the user's own, not what a build or we have generated.</summary>
internal static class DocumentList
{
    /// <summary>The documents in order of path.</summary>
    public static IReadOnlyList<DocumentPath> Of(
        Solution solution,
        ImmutableDictionary<DocumentPath, OpenBuffer> buffers,
        ImmutableHashSet<string> excluded,
        ImmutableDictionary<ProjectId, LoadedProject> projects)
    {
        var uris = buffers.Keys.Where(path => !path.IsFile).Select(path => path.Value).ToHashSet(StringComparer.Ordinal);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in solution.Projects)
        {
            var generated = projects.TryGetValue(project.Id, out var loaded) ? loaded.Evaluation.ExtensionsFolder + Path.DirectorySeparatorChar : null;
            foreach (var document in project.Documents)
            {
                if (document.FilePath is not { } path || IsGenerated(path) || excluded.Contains(path)) continue;
                if (generated is not null && path.StartsWith(generated, StringComparison.Ordinal)) continue;
                paths.Add(path);
            }
        }

        return [.. paths.Select(path => uris.Contains(path) ? DocumentPath.FromUri(path) : DocumentPath.FromFile(path)).Order()];
    }

    private static bool IsGenerated(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
