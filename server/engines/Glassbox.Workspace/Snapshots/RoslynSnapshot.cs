using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Sessions;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Snapshots;

/// <summary>
/// A snapshot as the engines that speak Roslyn see it: an immutable <see cref="Microsoft.CodeAnalysis.Solution"/> in which
/// every open C# buffer stands in place of its file, and the open buffers of other languages beside it.
/// </summary>
public sealed class RoslynSnapshot : ISnapshot
{
    private readonly Lazy<IReadOnlyList<DocumentPath>> documents;
    private readonly IReadOnlyList<DocumentPath> otherFiles;
    private readonly ImmutableDictionary<string, ProjectId> homes;

    /// <summary>Puts a snapshot together.</summary>
    /// <param name="version">Greater than that of every snapshot before it.</param>
    /// <param name="solution">With the buffers already in place.</param>
    /// <param name="buffers">What is open, all languages.</param>
    /// <param name="tiers">How well each project is known; a project not listed counts as evaluated.</param>
    /// <param name="otherFiles">Files of other languages in the workspace's folders.</param>
    /// <param name="homes">For files that stand in several compilations of loose files, the one that knows them best.</param>
    /// <param name="documents">What analysis looks at; every document of the solution where it is null.</param>
    public RoslynSnapshot(
        long version,
        Solution solution,
        ImmutableDictionary<DocumentPath, OpenBuffer> buffers,
        ImmutableDictionary<ProjectId, LoadTier>? tiers = null,
        IReadOnlyList<DocumentPath>? otherFiles = null,
        ImmutableDictionary<string, ProjectId>? homes = null,
        Lazy<IReadOnlyList<DocumentPath>>? documents = null)
    {
        Version = version;
        Solution = solution;
        Buffers = buffers;
        Tiers = tiers ?? ImmutableDictionary<ProjectId, LoadTier>.Empty;
        this.otherFiles = otherFiles ?? [];
        OpenDocuments = [.. buffers.Keys.Order()];
        this.homes = homes ?? ImmutableDictionary<string, ProjectId>.Empty;
        this.documents = documents ?? new Lazy<IReadOnlyList<DocumentPath>>(ListDocuments);
    }

    /// <inheritdoc/>
    public long Version { get; }

    /// <summary>Every project with every C# document.</summary>
    public Solution Solution { get; }

    /// <summary>What is open, all languages.</summary>
    public ImmutableDictionary<DocumentPath, OpenBuffer> Buffers { get; }

    /// <summary>How well each project is known.</summary>
    public ImmutableDictionary<ProjectId, LoadTier> Tiers { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DocumentPath> OpenDocuments { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DocumentPath> Documents => documents.Value;

    /// <summary>Files of other languages in the workspace's folders, not opened here.</summary>
    public IReadOnlyList<DocumentPath> OtherFiles => otherFiles;

    /// <summary>The snapshot behind the contract's view of it.</summary>
    public static RoslynSnapshot From(ISnapshot snapshot) =>
        snapshot as RoslynSnapshot
        ?? throw new ArgumentException($"A snapshot of {nameof(RoslynSnapshot)} is needed.", nameof(snapshot));

    /// <inheritdoc/>
    public int? VersionOf(DocumentPath path) => Buffers.TryGetValue(path, out var buffer) ? buffer.Version : null;

    /// <inheritdoc/>
    public bool Contains(DocumentPath path) => Buffers.ContainsKey(path) || TryGetDocument(path, out _);

    /// <summary>
    /// The C# document of a path in the project that knows it best: an evaluated one before one read as data, the project
    /// nearest to the file where several compile it, and for a loose file its home.
    /// </summary>
    public bool TryGetDocument(DocumentPath path, [NotNullWhen(true)] out Document? document)
    {
        document = null;
        if (IsTooDeep(path)) return false;
        var best = (Tier: (LoadTier)(-1), Nearness: -1);
        var home = homes.GetValueOrDefault(path.Value);
        foreach (var id in Solution.GetDocumentIdsWithFilePath(path.Value))
        {
            if (Solution.GetDocument(id) is not { } candidate) continue;
            var rank = (TierOf(candidate.Project), id.ProjectId == home ? int.MaxValue : NearnessOf(candidate.Project, path));
            if (rank.CompareTo(best) <= 0) continue;
            document = candidate;
            best = rank;
        }

        return document is not null;
    }

    /// <summary>Every C# document of a path: one for each project or target framework that compiles it.</summary>
    public ImmutableArray<Document> GetDocuments(DocumentPath path) =>
        IsTooDeep(path) ? [] : [.. Solution.GetDocumentIdsWithFilePath(path.Value).Select(Solution.GetDocument).OfType<Document>()];

    /// <inheritdoc/>
    public async Task<ISnapshot> AloneAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (!TryGetDocument(path, out var document)) return this;
        // New ids: nobody must take this project for the real one, whose symbols it does not have.
        var project = document.Project;
        var id = ProjectId.CreateNewId(project.Name);
        var references = project.ProjectReferences
            .Select(reference => Solution.GetProject(reference.ProjectId)).OfType<Project>()
            .Select(other => other.TryGetCompilation(out var bound) ? bound.ToMetadataReference() : null).OfType<MetadataReference>();
        var open = Buffers.Keys.Select(buffer => buffer.Value).ToHashSet(StringComparer.Ordinal);
        // By name, since finding out for sure means to parse everything: what the SDK generates, and what people call theirs.
        var kept = project.Documents.Where(other => other.Id == document.Id || open.Contains(other.FilePath ?? "") || other.Name.Contains("Usings.", StringComparison.Ordinal));
        var documents = new List<DocumentInfo>();
        foreach (var one in kept) documents.Add(await InfoOfAsync(one, id, cancellationToken));
        var info = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            project.Name,
            project.AssemblyName,
            project.Language,
            filePath: project.FilePath,
            compilationOptions: project.CompilationOptions,
            parseOptions: project.ParseOptions,
            documents: documents,
            metadataReferences: project.MetadataReferences.Concat(references));
        return new RoslynSnapshot(
            Version,
            RoslynHost.Empty.AddProject(info),
            Buffers,
            ImmutableDictionary<ProjectId, LoadTier>.Empty.Add(id, TierOf(project)),
            otherFiles);
    }

    /// <summary>How well a project is known.</summary>
    public LoadTier TierOf(Project project) => Tiers.GetValueOrDefault(project.Id, LoadTier.Evaluated);

    /// <summary>The text of any document: the buffer if it is open, else what the solution or the disk holds; null if none.</summary>
    public async Task<SourceText?> GetTextAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (Buffers.TryGetValue(path, out var buffer)) return buffer.Text;
        if (TryGetDocument(path, out var document)) return await document.GetTextAsync(cancellationToken);
        if (!path.IsFile || !File.Exists(path.Value)) return null;
        return FileText.TryRead(path.Value, long.MaxValue);
    }

    private static async Task<DocumentInfo> InfoOfAsync(Document document, ProjectId project, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        return DocumentInfo.Create(
            DocumentId.CreateNewId(project, document.Name),
            document.Name,
            loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default, document.FilePath)),
            filePath: document.FilePath);
    }

    // The solution holds an empty text in its place.
    private bool IsTooDeep(DocumentPath path) => Buffers.TryGetValue(path, out var buffer) && buffer.IsTooDeep;

    // The project of buffers without a file has no folder.
    private static int NearnessOf(Project project, DocumentPath path) =>
        Path.GetDirectoryName(project.FilePath) is { Length: > 0 } folder && path.IsUnder(DocumentPath.FromFile(folder)) ? folder.Length : 0;

    private List<DocumentPath> ListDocuments() =>
        [.. Solution.Projects
            .SelectMany(project => project.Documents)
            .Select(document => document.FilePath)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(path => Buffers.ContainsKey(DocumentPath.FromUri(path)) ? DocumentPath.FromUri(path) : DocumentPath.FromFile(path))
            .Order()];
}
