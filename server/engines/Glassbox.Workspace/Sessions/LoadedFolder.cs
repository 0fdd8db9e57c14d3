using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Projects;

namespace Glassbox.Workspace.Sessions;

/// <summary>A folder as the first tier left it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Found">Its solutions and projects.</param>
/// <param name="Tree">Its files.</param>
/// <param name="Projects">Its projects, read as data.</param>
/// <param name="ToEvaluate">Those that MSBuild should evaluate, and may.</param>
internal sealed record LoadedFolder(
    DocumentPath Folder,
    FoundProjects Found,
    FileTree Tree,
    ImmutableArray<(PlannedProject Plan, LoadedProject Loaded, bool IsUnrestored)> Projects,
    ImmutableHashSet<string> ToEvaluate);
