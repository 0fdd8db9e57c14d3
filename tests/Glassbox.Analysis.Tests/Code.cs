using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Tests;

/// <summary>Documents in one project, the engine, and what it says of them.</summary>
internal sealed class Code
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<ImmutableArray<MetadataReference>> Framework = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = runtime.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return
        [
            .. Directory.GetFiles(runtime, "*.dll").Concat(Directory.GetFiles(web, "*.dll"))
                .Where(IsManaged).Select(file => (MetadataReference)MetadataReference.CreateFromFile(file)),
        ];
    });

    private Code(RoslynSnapshot snapshot, AnalysisEngine engine)
    {
        Snapshot = snapshot;
        Engine = engine;
    }

    public static DocumentPath MainPath { get; } = DocumentPath.FromFile("/App/Main.cs");

    public RoslynSnapshot Snapshot { get; }

    public AnalysisEngine Engine { get; }

    public AnalysisSettings Settings { get; init; } = new();

    public static Code Of(string text, params (string Path, string Text)[] others) => Create(text, withReferences: true, others);

    /// <summary>As where no package and no framework was restored.</summary>
    public static Code Unresolved(string text) => Create(text, withReferences: false, []);

    public Code With(AnalysisSettings settings) => new(Snapshot, Engine) { Settings = settings };

    public Code WithEditorConfig(string text)
    {
        var id = DocumentId.CreateNewId(Snapshot.Solution.ProjectIds[0]);
        var solution = Snapshot.Solution.AddAnalyzerConfigDocument(id, ".editorconfig", SourceText.From(text), filePath: "/App/.editorconfig");
        return new(new RoslynSnapshot(Snapshot.Version + 1, solution, Snapshot.Buffers), Engine) { Settings = Settings };
    }

    /// <summary>The same engine, with its caches, on another text.</summary>
    public Code Edited(string text) => EditedAt(MainPath.Value, text);

    public Code EditedAt(string path, string text)
    {
        var id = Snapshot.Solution.GetDocumentIdsWithFilePath(path)[0];
        var solution = Snapshot.Solution.WithDocumentText(id, SourceText.From(text));
        return new(new RoslynSnapshot(Snapshot.Version + 1, solution, Snapshot.Buffers), Engine) { Settings = Settings };
    }

    public async Task<ImmutableArray<Finding>> FindingsAsync(string path = "/App/Main.cs") =>
        (await Engine.AnalyzeAsync(Snapshot, DocumentPath.FromFile(path), Settings, CancellationToken.None)).Findings;

    public async Task<ImmutableArray<CodeActionOffer>> OffersAsync()
    {
        var text = await TextAsync();
        return await Engine.ListActionsAsync(Snapshot, MainPath, text.RangeOf(new TextSpan(0, text.Length)), Settings, CancellationToken.None);
    }

    public Task<CodeActionEdit> ResolveAsync(CodeActionId action) => Engine.ResolveActionAsync(Snapshot, action, Settings, CancellationToken.None);

    /// <summary>The main document after the fix of this id, or null where it is not offered.</summary>
    public async Task<string?> FixedAsync(string fixId)
    {
        var offer = (await OffersAsync()).FirstOrDefault(one => one.Id.Kind == CodeActionKind.QuickFix && one.Id.FixId == fixId);
        return offer is null ? null : await ApplyAsync(offer.Id);
    }

    public async Task<string> ApplyAsync(CodeActionId action)
    {
        var edit = await ResolveAsync(action);
        Assert.That(edit.Refusal, Is.Null);
        return Apply(await TextAsync(), edit.Documents.Single(document => document.Path == action.Path));
    }

    public static string Apply(SourceText text, DocumentEdits edits) =>
        text.WithChanges(edits.Edits.Select(edit => new TextChange(text.SpanOf(edit.Range), edit.NewText))).ToString();

    /// <summary>The compiler's errors, which fixtures of bound code must not have.</summary>
    public async Task<ImmutableArray<string>> ErrorsAsync()
    {
        var compilation = await Snapshot.Solution.Projects.Single().GetCompilationAsync();
        return [.. compilation!.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString())];
    }

    private async Task<SourceText> TextAsync() => (await Snapshot.GetTextAsync(MainPath, CancellationToken.None))!;

    private static Code Create(string text, bool withReferences, (string Path, string Text)[] others)
    {
        var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var kind = text.Contains("//top", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: withReferences ? Framework.Value : []));
        foreach (var (path, content) in others.Prepend(("/App/Main.cs", text)).Append(("/App/Usings.g.cs", Usings)))
            solution = solution.AddDocument(DocumentId.CreateNewId(project), Path.GetFileName(path), SourceText.From(content), filePath: path);
        return new Code(new RoslynSnapshot(1, solution, ImmutableDictionary<DocumentPath, OpenBuffer>.Empty), new AnalysisEngine());
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }
}
