using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>A workspace in memory: one project, any number of documents, and a cursor where the text says <c>$0</c>.</summary>
internal sealed class Fixture
{
    private readonly AdhocWorkspace workspace = new();
    private readonly ProjectId project = ProjectId.CreateNewId();
    private ImmutableDictionary<DocumentPath, OpenBuffer> buffers = ImmutableDictionary<DocumentPath, OpenBuffer>.Empty;
    private Solution solution;
    private long version;

    public Fixture(string text, string file = "/App/A.cs", LanguageVersion language = LanguageVersion.Preview, ReportDiagnostic warnings = ReportDiagnostic.Default)
    {
        solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: warnings),
            parseOptions: new CSharpParseOptions(language, preprocessorSymbols: ["DEBUG", "TRACE"]),
            metadataReferences: FrameworkReferences.All));
        Path = DocumentPath.FromFile(file);
        Write(Path, text);
    }

    public CompletionEngine Engine { get; } = new();

    public DocumentPath Path { get; }

    public TextPosition Cursor { get; private set; }

    public SourceText Text => buffers[Path].Text;

    public IReadOnlyList<DocumentPath> OtherFiles { get; set; } = [];

    public RoslynSnapshot Snapshot => new(Interlocked.Increment(ref version), solution, buffers, otherFiles: OtherFiles);

    /// <summary>Adds or replaces a document; the cursor moves to its <c>$0</c> if it has one.</summary>
    public Fixture Write(DocumentPath path, string marked)
    {
        var at = marked.IndexOf("$0", StringComparison.Ordinal);
        var text = SourceText.From(at < 0 ? marked : marked.Remove(at, 2));
        if (at >= 0) Cursor = text.PositionAt(at);
        buffers = buffers.SetItem(path, new OpenBuffer(path.IsCSharp ? "csharp" : "other", 1, text));
        if (!path.IsCSharp) return this;
        var known = solution.GetDocumentIdsWithFilePath(path.Value);
        solution = known.IsEmpty
            ? solution.AddDocument(DocumentInfo.Create(
                DocumentId.CreateNewId(project), path.Name, filePath: path.Value, loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Create()))))
            : solution.WithDocumentText(known[0], text);
        return this;
    }

    public Fixture Write(string file, string marked) => Write(DocumentPath.FromFile(file), marked);

    /// <summary>Replaces the main document.</summary>
    public Fixture Retype(string marked) => Write(Path, marked);

    public Fixture Remove(string file)
    {
        var path = DocumentPath.FromFile(file);
        buffers = buffers.Remove(path);
        foreach (var id in solution.GetDocumentIdsWithFilePath(path.Value)) solution = solution.RemoveDocument(id);
        return this;
    }

    public async Task<Fixture> LearnAsync(params DocumentPath[] changed)
    {
        await Engine.LearnAsync(Snapshot, changed.Length == 0 ? null : changed, CancellationToken.None);
        return this;
    }

    public Task<CompletionAnswer> CompleteAsync(CompletionSettings? settings = null, bool isExplicit = true, CancellationToken cancellationToken = default) =>
        Engine.CompleteAsync(Snapshot, new CompletionQuery(Path, Cursor, null, isExplicit), settings ?? new CompletionSettings(), cancellationToken);

    public async Task<ImmutableArray<string>> LabelsAsync(CompletionSettings? settings = null) =>
        [.. (await CompleteAsync(settings)).Candidates.Select(candidate => candidate.Label)];

    public Task<ImmutableArray<GhostText>> GhostAsync(double threshold = 0.5, string? selected = null) =>
        Engine.CompleteInlineAsync(Snapshot, new GhostTextQuery(Path, Cursor, IsExplicit: false, selected), new GhostTextSettings { Threshold = threshold }, CancellationToken.None);

    public async Task<CandidateDescription?> DescribeAsync(string label)
    {
        var answer = await CompleteAsync();
        var candidate = answer.Candidates.First(candidate => candidate.Label == label);
        return await Engine.DescribeAsync(Snapshot, new DescribeQuery(Path, answer.AnswerId, candidate.Key), CancellationToken.None);
    }

    /// <summary>The text after a candidate is taken, as an editor would apply it.</summary>
    public string Accept(CompletionAnswer answer, CompletionCandidate candidate)
    {
        var changes = candidate.Additional.Select(edit => new TextChange(Text.SpanOf(edit.Range), edit.NewText))
            .Append(new TextChange(Text.SpanOf(answer.Replace), candidate.InsertText ?? candidate.Label));
        return Text.WithChanges(changes.OrderBy(change => change.Span.Start)).ToString();
    }

    public string Accept(GhostText ghost) =>
        Text.WithChanges(new TextChange(Text.SpanOf(ghost.Replace), ghost.Insert)).ToString();

    /// <summary>The compiler's errors when the main document has this text.</summary>
    public async Task<ImmutableArray<string>> ErrorsOfAsync(string text)
    {
        var forked = solution.WithDocumentText(solution.GetDocumentIdsWithFilePath(Path.Value)[0], SourceText.From(text));
        var compilation = await forked.GetProject(project)!.GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>A method body around a line.</summary>
    public static Fixture InMethod(string body) => new(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace App;

        public enum Color { Red, Green, Blue }

        public class Order
        {
            public int Id { get; set; }
            public string Customer { get; init; } = "";
            public Color Color { get; set; }
            public decimal Total(int discount, bool rounded = false) => 0;
            public decimal Total() => 0;
            public static Order Load(int id) => new();
        }

        public class Shop
        {
            private readonly List<Order> orders = new();
            private const int Limit = 3;

            public void Paint(Color color, int times) { }

            public void Run(Order order, int count)
            {
                {{body}}
            }

            private void Helper() { }
        }
        """);
}
