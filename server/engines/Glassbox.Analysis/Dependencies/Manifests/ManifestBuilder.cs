using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Dependencies.Manifests;

/// <summary>Collects what a reader finds.</summary>
internal sealed class ManifestBuilder(Ecosystem ecosystem)
{
    // A file that is no manifest at all would have a problem in every line.
    private const int MostProblems = 20;

    private readonly ImmutableArray<DeclaredDependency>.Builder dependencies = ImmutableArray.CreateBuilder<DeclaredDependency>();
    private readonly ImmutableArray<ManifestProblem>.Builder problems = ImmutableArray.CreateBuilder<ManifestProblem>();

    public void Add(Written name, Written? version, bool isDevelopment = false)
    {
        if (name.Text.Length == 0) return;
        var known = version is { Text.Length: > 0 } ? version : null;
        dependencies.Add(new DeclaredDependency(ecosystem, name.Text, known?.Text, name.Span, known?.Span, isDevelopment));
    }

    public void Report(string message, int start, int end)
    {
        if (problems.Count < MostProblems) problems.Add(new ManifestProblem(message, TextSpan.FromBounds(start, Math.Max(start, end))));
    }

    public Manifest ToManifest() => new(dependencies.ToImmutable(), problems.ToImmutable());
}
