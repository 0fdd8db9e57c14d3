using System.Collections.Immutable;
using Glassbox.Agent.Scheduling;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// One face's session: keeps the workspace in step with the face, answers on snapshots of it, and does in the background
/// what makes the next answer better.
/// </summary>
public sealed class CoreSession : ICore, IWorkspaceEvents, IAsyncDisposable
{
    // Findings of single files are better than none while a large solution loads; 100,000 lines take about a second.
    private static readonly TimeSpan PatienceOfFindings = TimeSpan.FromSeconds(2);

    private readonly CoreEngines engines;
    private readonly ICoreEvents events;
    private readonly TypingGate typing;
    private readonly BackgroundLane background;
    private readonly ChangeTracker changes = new();
    private readonly ActionRecords records;
    private readonly TakenSuggestions taken;
    private readonly FirstLoad firstLoad;
    private readonly TypingSnapshots snapshots;
    private readonly Learner learner;

    private IWorkspaceSession? workspace;
    private GlassboxSettings settings = new();
    private string face = "";
    private Sweep? lastSweep;
    private Rehearsal? rehearsal;

    /// <summary>Prepares a session; <see cref="OpenSessionAsync"/> begins it.</summary>
    public CoreSession(CoreEngines engines, ICoreEvents events, TimeProvider time)
    {
        this.engines = engines;
        this.events = events;
        typing = new TypingGate(time);
        firstLoad = new FirstLoad(time);
        snapshots = new TypingSnapshots(firstLoad, time);
        background = new BackgroundLane(time, events.OnMessage);
        learner = new Learner(engines.Completion, background, typing, events, time);
        var ledger = new LedgerQueue(engines.Ledger, events.OnMessage);
        records = new ActionRecords(ledger);
        taken = new TakenSuggestions(engines, ledger, background);
    }

    private IWorkspaceSession Workspace => workspace ?? throw new InvalidOperationException("The session has not begun.");

    /// <inheritdoc/>
    public Task OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken)
    {
        if (workspace is not null) throw new InvalidOperationException("The session has begun already.");
        settings = options.Settings;
        face = options.Face;
        workspace = engines.Workspace.OpenSession(options, this);
        foreach (var answer in options.TrustAnswers) workspace.DecideTrust(answer);
        firstLoad.Begin(workspace);
        snapshots.Begin(workspace, options);
        learner.Begin(workspace, options);
        // Also where nothing is loaded or opened, somebody may wait until everything there is has been learned.
        changes.Note(changed: null, workspace.Current.Version);
        RequestLearning();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Warms up: typing at once, since the machine has little else to do until the session begins, the rest when the first
    /// load is over. Called at most once, before or after the session begins.
    /// </summary>
    public void Rehearse(Rehearsal rehearsal)
    {
        this.rehearsal = rehearsal;
        rehearsal.Begin();
        background.Request("rehearse", TimeSpan.Zero, async stop =>
        {
            await firstLoad.WaitAsync(Timeout.InfiniteTimeSpan, stop);
            await typing.WaitForQuietAsync(stop);
            await rehearsal.GoOnAsync(stop);
            await rehearsal.DisposeAsync();
        });
    }

    /// <inheritdoc/>
    public Task ChangeSettingsAsync(GlassboxSettings settings, CancellationToken cancellationToken)
    {
        var before = this.settings;
        this.settings = settings;
        if (before.Workspace != settings.Workspace) Workspace.ChangeSettings(settings.Workspace);
        if (before.Analysis != settings.Analysis) events.OnFindingsChanged(new FindingsChanged([], Workspace.Current.Version));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ChangeFoldersAsync(FolderChange change, CancellationToken cancellationToken) => ApplyAsync(() => Workspace.ChangeFolders(change));

    /// <inheritdoc/>
    public Task AnswerTrustAsync(TrustAnswer answer, CancellationToken cancellationToken) => ApplyAsync(() => Workspace.DecideTrust(answer));

    /// <inheritdoc/>
    public Task ReloadAsync(CancellationToken cancellationToken) => ApplyAsync(Workspace.Reload);

    /// <inheritdoc/>
    public Task CancelWorkAsync(string workId, CancellationToken cancellationToken) => ApplyAsync(() => Workspace.CancelWork(workId));

    /// <inheritdoc/>
    public Task OpenDocumentAsync(OpenedDocument document, CancellationToken cancellationToken) => ApplyAsync(() =>
    {
        Workspace.Open(document);
        taken.Forget(document.Path);
    });

    /// <inheritdoc/>
    public Task ChangeDocumentAsync(DocumentChange change, CancellationToken cancellationToken)
    {
        typing.NoteKeystroke();
        return ApplyAsync(() =>
        {
            var before = Workspace.Current;
            Workspace.Change(change);
            // What a command line does to its working copies is not a user's habit.
            if (face != "cli") taken.NoteChange(before, change, Workspace.Current, settings, face);
        });
    }

    /// <inheritdoc/>
    public Task SaveDocumentAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (path.IsFile && records.AwaitsSave(path))
        {
            background.Request(
                "record " + path.Value, TimeSpan.Zero, async stop => await records.NoteSavedAsync(await FindAsync(path, stop), stop));
        }

        return ApplyAsync(() => Workspace.Save(path));
    }

    /// <inheritdoc/>
    public Task CloseDocumentAsync(DocumentPath path, CancellationToken cancellationToken) => ApplyAsync(() =>
    {
        Workspace.Close(path);
        taken.Forget(path);
    });

    /// <inheritdoc/>
    public Task ChangeFilesAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken) =>
        ApplyAsync(() => Workspace.ChangeFiles(changes));

    /// <inheritdoc/>
    public async Task<CompletionAnswer> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken)
    {
        if (!settings.Completion.Enabled) return CompletionAnswer.None(query.Position);
        using var pass = typing.EnterTyping();
        if (await snapshots.TakeAsync(query.Path, cancellationToken) is not { } taken) return CompletionAnswer.None(query.Position) with { IsIncomplete = true };
        var answer = await AnswerAsync(taken.Snapshot, snapshot => engines.Completion.CompleteAsync(snapshot, query, settings.Completion, cancellationToken));
        return taken.IsWhole ? answer : answer with { IsIncomplete = true };
    }

    /// <inheritdoc/>
    public Task<CandidateDescription?> DescribeAsync(DescribeQuery query, CancellationToken cancellationToken) =>
        AnswerAsync(snapshot => engines.Completion.DescribeAsync(snapshot, query, cancellationToken));

    /// <inheritdoc/>
    public async Task<ImmutableArray<GhostText>> CompleteInlineAsync(GhostTextQuery query, CancellationToken cancellationToken)
    {
        using var pass = typing.EnterTyping();
        // What cannot be verified is not shown, so a single file is not enough.
        if (!settings.GhostText.Enabled || await snapshots.TakeAsync(query.Path, cancellationToken) is not { IsWhole: true } taken) return [];
        // What the user just did elsewhere says more of what comes than what the workspace usually does.
        if (await AnswerAsync(taken.Snapshot, snapshot => engines.NextEdit.CompleteInlineAsync(snapshot, query, settings.NextEdit, cancellationToken)) is { } next) return [next];
        return await AnswerAsync(taken.Snapshot, snapshot => engines.Completion.CompleteInlineAsync(snapshot, query, settings.GhostText, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<NextEditSuggestion?> SuggestEditAsync(NextEditQuery query, CancellationToken cancellationToken)
    {
        using var pass = typing.EnterTyping();
        if (!settings.NextEdit.Enabled || await snapshots.TakeAsync(query.Path, cancellationToken) is not { IsWhole: true } taken) return null;
        return await AnswerAsync(taken.Snapshot, snapshot => engines.NextEdit.SuggestAsync(snapshot, query, settings.NextEdit, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<DocumentFindings> FindAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (!firstLoad.IsSettled) await firstLoad.WaitAsync(PatienceOfFindings, cancellationToken);
        var snapshot = Workspace.Current;
        // Generated, too long, or no text: what a sweep leaves out is not looked at on demand either.
        return snapshot.Documents.Contains(path)
            ? await FindAsync(snapshot, path, cancellationToken)
            : new DocumentFindings(path, snapshot.VersionOf(path), "left out", []);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<DocumentFindings>> FindAllAsync(FindAllQuery query, CancellationToken cancellationToken)
    {
        if (query.WaitsForLoad) await Workspace.WaitForLoadAsync(cancellationToken);
        var snapshot = Workspace.Current;
        var chosen = settings.Analysis;
        // A client that polls is answered from what was found last, as long as nothing changed.
        var last = lastSweep;
        if (last is null || last.SnapshotVersion != snapshot.Version || last.Settings != chosen || query.Announces)
        {
            // Off the dispatch loop: listing the documents of a large workspace takes a while.
            last = await Task.Run(() => SweepAsync(snapshot, chosen, query.Announces, cancellationToken), cancellationToken);
            lastSweep = last;
        }

        return query.WithClean ? last.Findings : [.. last.Findings.Where(document => !document.Findings.IsEmpty)];
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(DocumentPath path, TextRange range, CancellationToken cancellationToken)
    {
        var (analysis, nextEdit) = (settings.Analysis, settings.NextEdit);
        return AnswerAsync(async snapshot =>
        {
            var fixes = analysis.Enabled && snapshot.Documents.Contains(path)
                ? await engines.Analysis.ListActionsAsync(snapshot, path, range, analysis, cancellationToken)
                : [];
            return fixes.AddRange(await engines.NextEdit.ListActionsAsync(snapshot, path, range, nextEdit, cancellationToken));
        });
    }

    /// <inheritdoc/>
    public async Task<CodeActionEdit> ResolveActionAsync(CodeActionId action, CancellationToken cancellationToken)
    {
        var edit = await AnswerAsync(snapshot => action.Kind == CodeActionKind.NextEdit
            ? engines.NextEdit.ResolveActionAsync(snapshot, action, settings.NextEdit, cancellationToken)
            : engines.Analysis.ResolveActionAsync(snapshot, action, settings.Analysis, cancellationToken));
        if (edit.Refusal is null) records.Note(action, edit, face);
        return edit;
    }

    /// <inheritdoc/>
    public async Task<Explanation?> ExplainAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(path, cancellationToken);
        var here = findings.Findings.Where(finding => finding.Range.Touches(position)).ToList();
        if (here.Count == 0) return null;
        return new Explanation(string.Join("\n\n---\n\n", here.Select(engines.Analysis.Explain)), here[0].Range);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<RuleInfo>> ListRulesAsync(CancellationToken cancellationToken) => Task.FromResult(engines.Analysis.Rules);

    /// <inheritdoc/>
    public async Task<CoreStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        var model = await engines.Models.ReadAsync(cancellationToken);
        var (folders, projects) = Workspace.Describe();
        var version = Workspace.Current.Version;
        return new CoreStatus(
            Environment.ProcessId, Workspace.IsLoading || !snapshots.BeginWhole(), version, folders, projects, model.Summary) { IsLearning = !changes.IsSettled(version) };
    }

    /// <inheritdoc/>
    public Task WaitForLoadAsync(CancellationToken cancellationToken) => Workspace.WaitForLoadAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task WaitForLearningAsync(CancellationToken cancellationToken)
    {
        await Workspace.WaitForLoadAsync(cancellationToken);
        await changes.WaitAsync(Workspace.Current.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CompletionEvaluationReport> EvaluateCompletionAsync(CompletionEvaluationRequest request, CancellationToken cancellationToken)
    {
        await Workspace.WaitForLoadAsync(cancellationToken);
        var snapshot = Workspace.Current;
        var work = new EvaluationWork(events.OnWork);
        try
        {
            return await Task.Run(() => engines.Completion.EvaluateAsync(snapshot, request, work, cancellationToken), cancellationToken);
        }
        finally
        {
            work.End();
        }
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    void IWorkspaceEvents.OnSnapshot(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed)
    {
        if (changed is null) firstLoad.Look();
        changes.Note(changed, snapshot.Version);
        RequestLearning();
        // Projects or references changed: whatever is shown may be out of date. Texts: the face knows which it shows.
        events.OnFindingsChanged(new FindingsChanged(changed is null ? [] : [.. changed], snapshot.Version));
    }

    /// <inheritdoc/>
    void IWorkspaceEvents.OnWork(WorkProgress progress) => events.OnWork(progress);

    /// <inheritdoc/>
    void IWorkspaceEvents.OnMessage(CoreMessage message) => events.OnMessage(message);

    /// <inheritdoc/>
    void IWorkspaceEvents.OnTrustNeeded(TrustQuestion question) => events.OnTrustNeeded(question);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await background.DisposeAsync();
        if (workspace is not null && changes.IsSettled(workspace.Current.Version)) await learner.KeepNowAsync();
        if (rehearsal is not null) await rehearsal.DisposeAsync();
        await taken.DisposeAsync();
        if (workspace is not null) await workspace.DisposeAsync();
    }

    private static Task ApplyAsync(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private Task<T> AnswerAsync<T>(Func<ISnapshot, Task<T>> answer) => AnswerAsync(Workspace.Current, answer);

    private async Task<T> AnswerAsync<T>(ISnapshot snapshot, Func<ISnapshot, Task<T>> answer)
    {
        using var pass = typing.EnterTyping();
        // Leaves the connection's dispatch loop: engines compute for milliseconds before they first await, and the next
        // keystroke must not queue behind that.
        return await Task.Run(() => answer(snapshot));
    }

    private Task<DocumentFindings> FindAsync(ISnapshot snapshot, DocumentPath path, CancellationToken cancellationToken) =>
        settings.Analysis.Enabled
            ? Task.Run(() => engines.Analysis.AnalyzeAsync(snapshot, path, settings.Analysis, cancellationToken), cancellationToken)
            : Task.FromResult(new DocumentFindings(path, snapshot.VersionOf(path), "off", []));

    private async Task<Sweep> SweepAsync(ISnapshot snapshot, AnalysisSettings chosen, bool announces, CancellationToken cancellationToken)
    {
        var documents = chosen.Scope == AnalysisScope.Workspace ? snapshot.Documents : snapshot.OpenDocuments;
        var found = new DocumentFindings?[documents.Count];
        var done = 0;
        // An editor's machine is for typing: one worker. A command line has nothing better to do.
        var workers = face == "cli" ? Environment.ProcessorCount : 1;
        await Parallel.ForAsync(
            0,
            documents.Count,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
            async (index, stop) =>
            {
                await typing.WaitForQuietAsync(stop);
                found[index] = await FindOrReportAsync(snapshot, documents[index], stop);
                if (announces && found[index] is { } one) events.OnDocumentFound(one, Interlocked.Increment(ref done), documents.Count);
            });
        return new Sweep(snapshot.Version, chosen, [.. found.OfType<DocumentFindings>()]);
    }

    private async Task<DocumentFindings?> FindOrReportAsync(ISnapshot snapshot, DocumentPath path, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(snapshot, path, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The dispatch boundary of a sweep: a defect in one rule on one document must not hide the findings of all others.
            events.OnMessage(new CoreMessage(
                MessageLevel.Error, $"'{path.Name}' could not be analyzed: {failure.GetType().Name} {failure.StackTrace}", Key: null, Show: false));
            return null;
        }
    }

    private void RequestLearning() => background.Request("learn", TimeSpan.FromMilliseconds(400), stop => learner.LearnAsync(changes, stop));

    private sealed record Sweep(long SnapshotVersion, AnalysisSettings Settings, ImmutableArray<DocumentFindings> Findings);
}
