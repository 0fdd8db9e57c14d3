using System.Collections.Immutable;

namespace Glassbox.Workspace.Loose;

/// <summary>One compilation of loose files.</summary>
/// <param name="Files">All its files, in order of path.</param>
/// <param name="Homes">Those of them that are best known here.</param>
internal sealed record LooseVariant(ImmutableArray<LooseFile> Files, ImmutableArray<string> Homes)
{
    /// <summary>One of the files is a program of top-level statements.</summary>
    public bool IsProgram => Files.Any(file => file.Declarations.HasStatements);
}
