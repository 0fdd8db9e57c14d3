using System.Collections.Immutable;

namespace Glassbox.Workspace.References;

/// <summary>The assemblies that a project is compiled against.</summary>
/// <param name="Assemblies">Their paths.</param>
/// <param name="Problems">What is missing, and what to do.</param>
/// <param name="IsUnrestored">Packages are wanted that restore has not brought.</param>
/// <param name="AssetsPath">Where restore would leave its result.</param>
internal sealed record ResolvedReferences(ImmutableArray<string> Assemblies, ImmutableArray<string> Problems, bool IsUnrestored, string AssetsPath);
