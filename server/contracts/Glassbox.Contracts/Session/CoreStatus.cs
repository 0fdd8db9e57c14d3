using System.Collections.Immutable;

namespace Glassbox.Contracts.Session;

/// <summary>What a session has loaded, for people and for tools that wait.</summary>
/// <param name="ProcessId">Of the process that holds the engines.</param>
/// <param name="IsLoading">A load is under way, or the projects of open documents are not bound yet.</param>
/// <param name="SnapshotVersion">Of the current snapshot.</param>
/// <param name="Folders">The workspace's folders.</param>
/// <param name="Projects">The projects loaded, of all folders.</param>
/// <param name="Model">The model endpoint in use, in words; <c>none</c> where there is none.</param>
public sealed record CoreStatus(
    int ProcessId,
    bool IsLoading,
    long SnapshotVersion,
    ImmutableArray<FolderStatus> Folders,
    ImmutableArray<ProjectStatus> Projects,
    string Model)
{
    /// <summary>What is loaded or was typed has not all been learned yet; completion gets better by itself.</summary>
    public bool IsLearning { get; init; }
}
