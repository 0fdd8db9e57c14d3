using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Completion.Imports;

/// <summary>
/// The types of a solution and its references. Brought up to date in the background; the typing lane takes what is there,
/// so that it never waits for a parse or a read of metadata.
/// </summary>
internal sealed class ImportIndex
{
    private readonly ConcurrentDictionary<DocumentId, (VersionStamp Version, SourceDeclarations Declarations)> documents = [];
    private volatile ImmutableDictionary<ProjectId, ProjectTypes> projects = ImmutableDictionary<ProjectId, ProjectTypes>.Empty;

    /// <summary>Reads what is new or changed.</summary>
    public async Task RefreshAsync(Solution solution, CancellationToken cancellationToken)
    {
        var fresh = ImmutableDictionary.CreateBuilder<ProjectId, ProjectTypes>();
        var seen = new HashSet<DocumentId>();
        foreach (var project in solution.Projects)
        {
            if (project.Language != LanguageNames.CSharp) continue;
            foreach (var reference in project.MetadataReferences)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MetadataTypes.Read(reference);
            }

            var types = ImmutableArray.CreateBuilder<ImportableType>();
            var usings = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
            foreach (var document in project.Documents)
            {
                seen.Add(document.Id);
                var declarations = await ReadAsync(document, cancellationToken);
                types.AddRange(declarations.Types);
                usings.UnionWith(declarations.GlobalUsings);
            }

            fresh[project.Id] = new ProjectTypes(types.ToImmutable(), usings.ToImmutable());
        }

        projects = fresh.ToImmutable();
        foreach (var gone in documents.Keys.Where(id => !seen.Contains(id)).ToArray()) documents.TryRemove(gone, out _);
    }

    /// <summary>The namespaces that a project imports everywhere.</summary>
    public ImmutableHashSet<string> GlobalUsings(ProjectId project) => projects.TryGetValue(project, out var types) ? types.GlobalUsings : [];

    /// <summary>The lists of types that a project can see, as far as they have been read.</summary>
    public IEnumerable<(ImmutableArray<ImportableType> Types, bool PublicOnly)> VisibleTo(Project project)
    {
        var known = projects;
        if (known.TryGetValue(project.Id, out var own)) yield return (own.Types, false);
        foreach (var reference in project.ProjectReferences)
        {
            if (known.TryGetValue(reference.ProjectId, out var other)) yield return (other.Types, true);
        }

        foreach (var reference in project.MetadataReferences)
        {
            if (MetadataTypes.TryGet(reference, out var types)) yield return (types, true);
        }
    }

    private async Task<SourceDeclarations> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        var version = await document.GetTextVersionAsync(cancellationToken);
        if (documents.TryGetValue(document.Id, out var known) && known.Version == version) return known.Declarations;
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        var declarations = root is null ? new SourceDeclarations([], []) : SourceDeclarations.Of(root);
        documents[document.Id] = (version, declarations);
        return declarations;
    }

    private sealed record ProjectTypes(ImmutableArray<ImportableType> Types, ImmutableHashSet<string> GlobalUsings);
}
