using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Tests;

/// <summary>One document that is edited as in an editor, and what the engine says to it.</summary>
internal sealed class NextEditDesk
{
    private readonly DocumentId id;
    private Solution solution;
    private OpenBuffer buffer;
    private long version;

    public NextEditDesk(string text, string file = "/App/A.cs")
    {
        Path = DocumentPath.FromFile(file);
        buffer = new OpenBuffer("any", 1, SourceText.From(text));
        var project = ProjectId.CreateNewId();
        id = DocumentId.CreateNewId(project);
        solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: FrameworkReferences.All));
        if (Path.IsCSharp) solution = solution.AddDocument(DocumentInfo.Create(id, Path.Name, filePath: Path.Value, loader: TextLoader.From(TextAndVersion.Create(buffer.Text, VersionStamp.Create()))));
    }

    public NextEditEngine Engine { get; } = new();

    public NextEditSettings Settings { get; set; } = new();

    public DocumentPath Path { get; }

    public string Text => buffer.Text.ToString();

    public int Version => buffer.Version;

    public RoslynSnapshot Snapshot => new(version, solution, ImmutableDictionary<DocumentPath, OpenBuffer>.Empty.Add(Path, buffer));

    /// <summary>What the engine says was taken of its suggestions.</summary>
    public List<AcceptedSuggestion> Accepted { get; } = [];

    /// <summary>Where the last edit ended.</summary>
    public int Cursor { get; set; }

    /// <summary>Applies edits, one after the other, as one change.</summary>
    public NextEditDesk Change(params OffsetEdit[] edits)
    {
        var before = Snapshot;
        var text = buffer.Text;
        foreach (var edit in edits)
        {
            text = text.WithChanges(new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText));
            Cursor = edit.Start + edit.NewText.Length;
        }

        var change = new DocumentChange(Path, buffer.Version + 1, [.. edits], buffer.Text.Length);
        buffer = buffer with { Version = buffer.Version + 1, Text = text };
        if (Path.IsCSharp) solution = solution.WithDocumentText(id, text);
        version++;
        Accepted.AddRange(Engine.NoteChange(before, change, Snapshot));
        return this;
    }

    /// <summary>Replaces the nth occurrence of a text.</summary>
    public NextEditDesk Replace(string old, string now, int nth = 0) => Change(new OffsetEdit(At(old, nth), old.Length, now));

    /// <summary>Types after the nth occurrence of a text, a key at a time.</summary>
    public NextEditDesk TypeAfter(string anchor, string typed, int nth = 0)
    {
        var at = At(anchor, nth) + anchor.Length;
        foreach (var key in typed) Change(new OffsetEdit(at++, 0, key.ToString()));
        return this;
    }

    public Task<NextEditSuggestion?> SuggestAsync(int? asked = null) =>
        Engine.SuggestAsync(Snapshot, new NextEditQuery(Path, asked ?? Version, buffer.Text.PositionAt(Cursor)), Settings, CancellationToken.None);

    public Task<GhostText?> GhostAsync(int cursor, string? selected = null) =>
        Engine.CompleteInlineAsync(Snapshot, new GhostTextQuery(Path, buffer.Text.PositionAt(cursor), IsExplicit: false, selected), Settings, CancellationToken.None);

    public Task<ImmutableArray<CodeActionOffer>> OffersAsync() =>
        Engine.ListActionsAsync(Snapshot, Path, TextRange.At(buffer.Text.PositionAt(Cursor)), Settings, CancellationToken.None);

    public Task<CodeActionEdit> ResolveAsync(CodeActionOffer offer) => Engine.ResolveActionAsync(Snapshot, offer.Id, Settings, CancellationToken.None);

    /// <summary>Takes the suggestion; null where there is none, else the line that it changed, as it is now.</summary>
    public async Task<string?> AcceptAsync()
    {
        if (await SuggestAsync() is not { } next) return null;
        Apply([next.Edit]);
        return Line(next.Edit.Range.Start.Line);
    }

    /// <summary>Takes suggestions until there is none.</summary>
    public async Task<int> AcceptAllAsync()
    {
        var taken = 0;
        while (taken < 50 && await AcceptAsync() is not null) taken++;
        return taken;
    }

    public NextEditDesk Apply(IEnumerable<TextEdit> edits) => Change(
    [
        .. edits.Reverse().Select(edit => (Span: buffer.Text.SpanOf(edit.Range), edit.NewText)).Select(edit => new OffsetEdit(edit.Span.Start, edit.Span.Length, edit.NewText)),
    ]);

    public string Line(int line) => LineIndex.Of(Text).ContentOf(Text, line).ToString().Trim();

    public int At(string text, int nth = 0)
    {
        var at = -1;
        for (var i = 0; i <= nth; i++) at = Text.IndexOf(text, at + 1, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0), $"'{text}' is not in the text");
        return at;
    }
}
