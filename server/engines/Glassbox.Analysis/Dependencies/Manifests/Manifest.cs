using System.Collections.Immutable;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>What a manifest declares, in the order in which it is written.</summary>
internal sealed record Manifest(ImmutableArray<DeclaredDependency> Dependencies, ImmutableArray<ManifestProblem> Problems);
