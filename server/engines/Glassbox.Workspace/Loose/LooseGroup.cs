using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Loose;

/// <summary>The loose files of one folder, as they stand in the solution.</summary>
/// <param name="Root">The folder, or the URI scheme of buffers without a file.</param>
/// <param name="Variants">Its compilations, the main one first.</param>
/// <param name="Homes">For each file the compilation that knows it best.</param>
internal sealed record LooseGroup(string Root, ImmutableArray<ProjectId> Variants, ImmutableDictionary<string, ProjectId> Homes);
