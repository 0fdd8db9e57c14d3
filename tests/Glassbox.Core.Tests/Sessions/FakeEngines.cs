using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Models;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Core.Tests.Sessions;

/// <summary>Engines in memory: documents are strings, one finding stands wherever the text says "bad".</summary>
internal sealed class FakeEngines : IWorkspaceEngine, IWorkspaceSession, IAnalysisEngine, ICompletionEngine, INextEditEngine, ILedger, IModelCatalog
{
    private ImmutableDictionary<DocumentPath, OpenedDocument> documents = ImmutableDictionary<DocumentPath, OpenedDocument>.Empty;
    private IWorkspaceEvents events = null!;
    private long version;
    private int folders;
    private ImmutableArray<DocumentPath> workspaceFolders = [];

    public TaskCompletionSource Loaded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Warm { get; set; } = Done();

    public List<LedgerEvent> Recorded { get; } = [];

    public LedgerAppend AppendResult { get; set; } = new(null, default, "no room");

    public List<CompletionQuery> Asked { get; } = [];

    public Func<CancellationToken, Task> Learning { get; set; } = _ => Task.CompletedTask;

    public ISnapshot Current => new Snapshot(version, documents);

    public bool IsLoading => folders > 0 && !Loaded.Task.IsCompleted;

    public ImmutableArray<RuleInfo> Rules => [];

    public string Location => "memory";

    public IWorkspaceSession OpenSession(SessionOptions options, IWorkspaceEvents events)
    {
        this.events = events;
        workspaceFolders = options.Folders;
        folders = options.Folders.Length;
        return this;
    }

    public void Arrive()
    {
        version++;
        events.OnSnapshot(Current, changed: null);
    }

    public void Open(OpenedDocument document)
    {
        documents = documents.SetItem(document.Path, document);
        version++;
    }

    public void Change(DocumentChange change)
    {
        var document = documents[change.Path];
        documents = documents.SetItem(change.Path, document with { Version = change.Version, Text = change.Edits[^1].NewText });
        version++;
    }

    public void Save(DocumentPath path)
    {
    }

    public void Close(DocumentPath path) => documents = documents.Remove(path);

    public void ChangeFiles(ImmutableArray<FileChange> changes)
    {
    }

    public void ChangeFolders(FolderChange change)
    {
    }

    public void ChangeSettings(WorkspaceSettings settings)
    {
    }

    public void DecideTrust(TrustAnswer answer)
    {
    }

    public void Reload()
    {
    }

    public void CancelWork(string workId)
    {
    }

    public Task WaitForLoadAsync(CancellationToken cancellationToken) => Loaded.Task.WaitAsync(cancellationToken);

    public Task WarmAsync(DocumentPath path, CancellationToken cancellationToken) => Warm.Task.WaitAsync(cancellationToken);

    public (ImmutableArray<FolderStatus> Folders, ImmutableArray<ProjectStatus> Projects) Describe() =>
        ([.. workspaceFolders.Select(folder => new FolderStatus(folder, TrustDecision.Untrusted, "data"))], []);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<DocumentFindings> AnalyzeAsync(ISnapshot snapshot, DocumentPath path, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var text = ((Snapshot)snapshot).Documents1[path].Text;
        ImmutableArray<Finding> found = text.Contains("bad", StringComparison.Ordinal) && !text.Contains("glassbox:ignore", StringComparison.Ordinal)
            ? [new Finding("GB1001", Severity.Error, Confidence.High, "bad", path, default, [], "print")]
            : [];
        return Task.FromResult(new DocumentFindings(path, snapshot.VersionOf(path), found.Length.ToString(), found));
    }

    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, AnalysisSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<CodeActionOffer>>([]);

    public Task<CodeActionEdit> ResolveActionAsync(
        ISnapshot snapshot, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult(new CodeActionEdit([new DocumentEdits(action.Path, 1, [new TextEdit(default, "x")])], null, 1, 0));

    public string Explain(Finding finding) => finding.Message;

    public Task<CompletionAnswer> CompleteAsync(
        ISnapshot snapshot, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        return Task.FromResult(CompletionAnswer.None(query.Position) with { AnswerId = snapshot.Version });
    }

    public Task<CandidateDescription?> DescribeAsync(ISnapshot snapshot, DescribeQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<CandidateDescription?>(null);

    public Task<ImmutableArray<GhostText>> CompleteInlineAsync(
        ISnapshot snapshot, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<GhostText>>([]);

    public Action<IProgress<LearningProgress>>? LearningReports { get; set; }

    public List<string> Kept { get; } = [];

    public Task LearnAsync(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        if (progress is not null) LearningReports?.Invoke(progress);
        return Learning(cancellationToken);
    }

    public Task<CoreMessage?> RecallAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken) => Note("recall", folders);

    public Task<CoreMessage?> KeepAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken) => Note("keep", folders);

    private Task<CoreMessage?> Note(string what, IReadOnlyCollection<DocumentPath> folders)
    {
        lock (Kept) Kept.Add($"{what} {string.Join(' ', folders)}");
        return Task.FromResult<CoreMessage?>(null);
    }

    public Task<CompletionEvaluationReport> EvaluateAsync(
        ISnapshot snapshot, CompletionEvaluationRequest request, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i <= request.Files; i++) progress.Report(new EvaluationProgress(i, request.Files));
        return Task.FromResult(new CompletionEvaluationReport([new EvaluationRow(EvaluationTask.Members, EvaluationRanking.Glassbox, (int)snapshot.Version, [])]));
    }

    public List<DocumentChange> Noted { get; } = [];

    public CodeActionOffer? NextEditOffer { get; set; }

    public ImmutableArray<AcceptedSuggestion> NoteChange(ISnapshot before, DocumentChange change, ISnapshot after)
    {
        Noted.Add(change);
        return [];
    }

    public Queue<AcceptedSuggestion> ToAccept { get; } = [];

    ImmutableArray<AcceptedSuggestion> ICompletionEngine.NoteChange(ISnapshot before, DocumentChange change, ISnapshot after) =>
        ToAccept.TryDequeue(out var accepted) ? [accepted] : [];

    public void Forget(DocumentPath path) => Noted.Clear();

    public Task<NextEditSuggestion?> SuggestAsync(ISnapshot snapshot, NextEditQuery query, NextEditSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<NextEditSuggestion?>(new NextEditSuggestion(query.Path, snapshot.VersionOf(query.Path), new TextEdit(default, "x"), 1, 1, Provenance.Nothing));

    public Task<GhostText?> CompleteInlineAsync(ISnapshot snapshot, GhostTextQuery query, NextEditSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<GhostText?>(null);

    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, NextEditSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<CodeActionOffer>>(NextEditOffer is { } offer ? [offer] : []);

    public Task<CodeActionEdit> ResolveActionAsync(ISnapshot snapshot, CodeActionId action, NextEditSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult(new CodeActionEdit([new DocumentEdits(action.Path, 1, [new TextEdit(default, "y")])], null, 0, 0));


    public Task<LedgerAppend> AppendAsync(LedgerEvent what, CancellationToken cancellationToken)
    {
        lock (Recorded) Recorded.Add(what);
        return Task.FromResult(AppendResult);
    }

    public IAsyncEnumerable<LedgerRecord> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LedgerVerification> VerifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<ModelConfiguration> IModelCatalog.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new ModelConfiguration("", null, []));

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private sealed record Snapshot(long Version, ImmutableDictionary<DocumentPath, OpenedDocument> Documents1) : ISnapshot
    {
        public IReadOnlyList<DocumentPath> Documents => [.. Documents1.Keys.Order()];

        public IReadOnlyList<DocumentPath> OpenDocuments => Documents;

        public int? VersionOf(DocumentPath path) => Documents1.GetValueOrDefault(path)?.Version;

        public bool Contains(DocumentPath path) => Documents1.ContainsKey(path);

        public Task<ISnapshot> AloneAsync(DocumentPath path, CancellationToken cancellationToken) => Task.FromResult<ISnapshot>(this with { Version = -Version });
    }
}
