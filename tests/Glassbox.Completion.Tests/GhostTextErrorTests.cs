using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Testing;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>Ghost text on demand at many places of real code: whatever is shown brings no error that was not there.</summary>
public sealed class GhostTextErrorTests
{
    private const int Positions = 2000;

    // Judged by the flow through a whole method, of which the cut left half.
    private static readonly string[] FlowErrors = ["CS0161", "CS0165", "CS0177", "CS0126", "CS1643"];

    [Test]
    public async Task Shown_NeverBringsAnError()
    {
        var (solution, paths) = await DomainAsync();
        var engine = new CompletionEngine();
        await engine.LearnAsync(new RoslynSnapshot(1, solution, ImmutableDictionary<DocumentPath, OpenBuffer>.Empty), null, CancellationToken.None);
        var places = new List<(DocumentPath Path, int Offset)>();
        foreach (var path in paths)
        {
            var root = await solution.GetDocument(solution.GetDocumentIdsWithFilePath(path.Value)[0])!.GetSyntaxRootAsync();
            places.AddRange(root!.DescendantTokens().Where(token => token.Span.Length > 0).Select(token => (path, token.SpanStart)));
        }

        new Random(1).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(places));
        var shown = 0;
        await Parallel.ForEachAsync(places.Take(Positions), async (place, _) => Interlocked.Add(ref shown, await ShownWithoutErrorAsync(engine, solution, place.Path, place.Offset)));
        Assert.That(shown, Is.GreaterThan(Positions / 3));
    }

    private static async Task<int> ShownWithoutErrorAsync(CompletionEngine engine, Solution solution, DocumentPath path, int offset)
    {
        var id = solution.GetDocumentIdsWithFilePath(path.Value)[0];
        var text = await solution.GetDocument(id)!.GetTextAsync();
        var cut = text.WithChanges(new TextChange(TextSpan.FromBounds(offset, text.Lines.GetLineFromPosition(offset).End), ""));
        var snapshot = new RoslynSnapshot(2, solution.WithDocumentText(id, cut), ImmutableDictionary<DocumentPath, OpenBuffer>.Empty.Add(path, new OpenBuffer("csharp", 1, cut)));
        var ghosts = await engine.CompleteInlineAsync(snapshot, new GhostTextQuery(path, cut.PositionAt(offset), IsExplicit: true, null), new GhostTextSettings(), CancellationToken.None);
        if (ghosts.IsEmpty) return 0;
        var before = await ErrorsAsync(solution.WithDocumentText(id, cut), id);
        foreach (var ghost in ghosts)
        {
            var accepted = cut.WithChanges(new TextChange(cut.SpanOf(ghost.Replace), ghost.Insert));
            var fresh = (await ErrorsAsync(solution.WithDocumentText(id, accepted), id)).Where(error => error.Value > before.GetValueOrDefault(error.Key)).ToList();
            Assert.That(fresh, Is.Empty, $"{path.Name}:{cut.PositionAt(offset).Line + 1}: {cut.Lines.GetLineFromPosition(offset)}‸{ghost.Insert}");
        }

        return ghosts.Length;
    }

    // By id: how many arguments an unfinished call has too few of may well change.
    private static async Task<Dictionary<string, int>> ErrorsAsync(Solution solution, DocumentId id)
    {
        var model = await solution.GetDocument(id)!.GetSemanticModelAsync();
        return model!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !FlowErrors.Contains(diagnostic.Id))
            .GroupBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    private static async Task<(Solution Solution, ImmutableArray<DocumentPath> Paths)> DomainAsync()
    {
        var root = Repository.Combine("samples", "Shop", "Shop.Domain");
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: FrameworkReferences.All));
        solution = Add("/Shop/Usings.cs", "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;");
        var paths = ImmutableArray.CreateBuilder<DocumentPath>();
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            solution = Add(file, await File.ReadAllTextAsync(file));
            paths.Add(DocumentPath.FromFile(file));
        }

        return (solution, paths.ToImmutable());

        Solution Add(string file, string text) => solution.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project), Path.GetFileName(file), filePath: file, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Create()))));
    }
}
