using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Loose;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Everything that a session knows at one moment; replaced, never changed.</summary>
internal sealed record SessionState
{
    /// <summary>All C# documents, with the buffers in place.</summary>
    public required Solution Solution { get; init; }

    /// <summary>What is open.</summary>
    public ImmutableDictionary<DocumentPath, OpenBuffer> Buffers { get; init; } = ImmutableDictionary<DocumentPath, OpenBuffer>.Empty;

    /// <summary>The projects that have a project file.</summary>
    public ImmutableDictionary<ProjectId, LoadedProject> Projects { get; init; } = ImmutableDictionary<ProjectId, LoadedProject>.Empty;

    /// <summary>The groups of loose files, by the folder that holds them.</summary>
    public ImmutableDictionary<string, LooseGroup> Loose { get; init; } = ImmutableDictionary<string, LooseGroup>.Empty;

    /// <summary>How well each project is known.</summary>
    public ImmutableDictionary<ProjectId, LoadTier> Tiers { get; init; } = ImmutableDictionary<ProjectId, LoadTier>.Empty;

    /// <summary>The compilation that each loose file is best known in.</summary>
    public ImmutableDictionary<string, ProjectId> Homes { get; init; } = ImmutableDictionary<string, ProjectId>.Empty;

    /// <summary>Files of other languages, by folder.</summary>
    public ImmutableDictionary<DocumentPath, ImmutableArray<DocumentPath>> OtherFiles { get; init; } =
        ImmutableDictionary<DocumentPath, ImmutableArray<DocumentPath>>.Empty;

    /// <summary>Files that are not analyzed: too long, or no text.</summary>
    public ImmutableHashSet<string> NotAnalyzed { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What analysis looks at; computed when it is first asked for and kept until files come or go.</summary>
    public Lazy<IReadOnlyList<DocumentPath>>? Documents { get; init; }

    /// <summary>Other files of all folders.</summary>
    public IReadOnlyList<DocumentPath> AllOtherFiles { get; init; } = [];

    /// <summary>The state as readers see it.</summary>
    public RoslynSnapshot Snapshot { get; init; } = null!;
}
