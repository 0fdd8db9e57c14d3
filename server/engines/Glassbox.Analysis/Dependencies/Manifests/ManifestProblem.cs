using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>A place of a manifest that cannot be read. What stands before it, and mostly what stands behind it, was read.</summary>
internal sealed record ManifestProblem(string Message, TextSpan Span);
