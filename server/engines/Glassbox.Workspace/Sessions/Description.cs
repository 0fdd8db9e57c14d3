using System.Collections.Immutable;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Trust;

namespace Glassbox.Workspace.Sessions;

/// <summary>Folders and projects, for people.</summary>
internal static class Description
{
    /// <summary>Describes a state.</summary>
    public static (ImmutableArray<FolderStatus> Folders, ImmutableArray<ProjectStatus> Projects) Of(
        SessionState state, ImmutableList<DocumentPath> folders, TrustDesk trust)
    {
        var described = folders.Select(folder =>
        {
            var projects = state.Projects.Values.Where(project => project.Folder == folder).ToList();
            return new FolderStatus(folder, trust.DecisionOn(folder), Word(projects.Count == 0 ? LoadTier.Loose : projects.Min(project => project.Tier)));
        });
        var named = state.Projects.Values.Select(project => new ProjectStatus(
            project.Name, DocumentPath.FromFile(project.Path), Word(project.Tier), state.Solution.GetProject(project.Id)?.DocumentIds.Count ?? 0, project.Problems));
        var loose = state.Loose.Values
            .SelectMany(group => group.Variants.Select(state.Solution.GetProject))
            .Where(project => project is not null && project.Documents.Any(document => !document.FilePath!.EndsWith(".g.cs")))
            .Select(project => new ProjectStatus(
                project!.Name,
                Path.IsPathRooted(project.FilePath) ? DocumentPath.FromFile(project.FilePath) : DocumentPath.FromUri(project.FilePath ?? ""),
                Word(LoadTier.Loose),
                project.Documents.Count(document => !document.FilePath!.EndsWith(".g.cs")),
                []));
        return ([.. described], [.. named.Concat(loose).OrderBy(project => project.Path).ThenBy(project => project.Name, StringComparer.Ordinal)]);
    }

    private static string Word(LoadTier tier) => tier switch
    {
        LoadTier.Loose => "loose",
        LoadTier.Data => "data",
        LoadTier.Evaluated => "evaluated",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };
}
