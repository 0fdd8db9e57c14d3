using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>A project in the solution and what it was made from.</summary>
/// <param name="Id">Stays the same as long as the project file does.</param>
/// <param name="Path">The project file.</param>
/// <param name="Framework">The target framework; empty where the project has but one.</param>
/// <param name="Folder">The workspace folder that it was loaded for.</param>
/// <param name="Tier">How it was read.</param>
/// <param name="Name">For people.</param>
/// <param name="Evaluation">The project file as data.</param>
/// <param name="Problems">What could not be read or resolved, and what to do.</param>
/// <param name="Fingerprint">Of all files that the evaluation read, to see whether it would come out the same.</param>
internal sealed record LoadedProject(
    ProjectId Id,
    string Path,
    string Framework,
    DocumentPath Folder,
    LoadTier Tier,
    string Name,
    ProjectEvaluation Evaluation,
    ImmutableArray<string> Problems,
    string Fingerprint)
{
    /// <summary>The part of the problems that stands in the project file itself, so that nobody but its author can mend it.</summary>
    public ImmutableArray<string> Mistakes { get; init; } = [];
}
