using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Corpus.Storage;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>A folder of files, some of which are a C# project, and one server after the other that learns them.</summary>
internal sealed class LearnedDesk : IDisposable
{
    private readonly ImmutableDictionary<DocumentPath, OpenBuffer>.Builder open = ImmutableDictionary.CreateBuilder<DocumentPath, OpenBuffer>();
    private long version;

    public string Folder { get; } = Directory.CreateTempSubdirectory("glassbox-learned").FullName;

    public string State => Path.Combine(Folder, "state");

    /// <summary>So late that no file was written just now.</summary>
    public TimeProvider Later { get; } = new Clock(TimeSpan.FromHours(1));

    /// <summary>Texts that were read from disk.</summary>
    public List<string> Reads { get; } = [];

    public DocumentPath PathOf(string name) => DocumentPath.FromFile(Path.Combine(Folder, name));

    public DocumentPath Write(string name, string text)
    {
        File.WriteAllText(PathOf(name).Value, text);
        return PathOf(name);
    }

    /// <summary>Other text under the stamp that the file had.</summary>
    public void WriteUnnoticed(string name, string text)
    {
        var written = File.GetLastWriteTimeUtc(PathOf(name).Value);
        Write(name, text);
        File.SetLastWriteTimeUtc(PathOf(name).Value, written);
    }

    public void Delete(string name) => File.Delete(PathOf(name).Value);

    public void Open(string name, string text) => open[PathOf(name)] = new OpenBuffer("csharp", 1, SourceText.From(text));

    public void Close(string name) => open.Remove(PathOf(name));

    public RoslynSnapshot Snapshot()
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var files = Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal).ToList();
        var documents = files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project), Path.GetFileName(file), filePath: file, loader: new Loader(file, Reads)));
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(project, VersionStamp.Default, "All", "All", LanguageNames.CSharp, documents: documents));
        return new RoslynSnapshot(++version, solution, open.ToImmutable(), otherFiles: [.. files.Where(file => file.EndsWith(".py", StringComparison.Ordinal)).Select(DocumentPath.FromFile)]);
    }

    public Task LearnAsync(LearnedDocuments learned, params DocumentPath[] changed) =>
        learned.LearnAsync(Snapshot(), changed.Length == 0 ? null : changed, progress: null, CancellationToken.None);

    public byte[] Export(LearnedDocuments learned) => learned.Export(Later, CancellationToken.None).ToBytes();

    public CompletionEngine Engine() => new(Later, State);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Loader(string file, List<string> reads) : TextLoader
    {
        public override Task<TextAndVersion> LoadTextAndVersionAsync(LoadTextOptions options, CancellationToken cancellationToken)
        {
            reads.Add(Path.GetFileName(file));
            return Task.FromResult(TextAndVersion.Create(SourceText.From(File.ReadAllText(file)), VersionStamp.Default));
        }
    }

    private sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
