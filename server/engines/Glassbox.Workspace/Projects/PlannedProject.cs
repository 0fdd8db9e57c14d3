using System.Collections.Immutable;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Workspace.Projects;

/// <summary>A project as it should be in the solution; what is there already is changed no more than it must be.</summary>
internal sealed record PlannedProject
{
    /// <summary>Its id: the one it has, where it is known already.</summary>
    public required ProjectId Id { get; init; }

    /// <summary>Its name, with the target framework where there are several.</summary>
    public required string Name { get; init; }

    /// <summary>The assembly's name.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>The project file, or the folder of loose files.</summary>
    public required string Path { get; init; }

    /// <summary>How well it is known.</summary>
    public required LoadTier Tier { get; init; }

    /// <summary>Options of the compiler.</summary>
    public required CSharpCompilationOptions Compilation { get; init; }

    /// <summary>Options of the parser.</summary>
    public required CSharpParseOptions Parse { get; init; }

    /// <summary>All documents.</summary>
    public required ImmutableArray<PlannedDocument> Documents { get; init; }

    /// <summary>Projects referenced.</summary>
    public required ImmutableArray<ProjectReference> Projects { get; init; }

    /// <summary>Assemblies referenced.</summary>
    public required ImmutableArray<MetadataReference> Assemblies { get; init; }
}
