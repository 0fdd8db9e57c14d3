using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>One package that a manifest asks for.</summary>
/// <param name="Version">As written, with operators and properties: "^1.2.3", "[13.0.1, )", "$(JsonVersion)"; null where another file says it.</param>
/// <param name="NameSpan">The name in the manifest's text.</param>
/// <param name="VersionSpan">The version in the manifest's text.</param>
/// <param name="IsDevelopment">Needed to build or to test, and not part of what is shipped.</param>
internal sealed record DeclaredDependency(Ecosystem Ecosystem, string Name, string? Version, TextSpan NameSpan, TextSpan? VersionSpan, bool IsDevelopment);
