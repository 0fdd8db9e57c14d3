using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Tests;

/// <summary>A workspace session on a temporary folder, and all that it told its owner.</summary>
internal sealed class SessionHarness : IWorkspaceEvents, IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private readonly CancellationTokenSource deadline = new(Deadline);

    private SessionHarness()
    {
    }

    public IWorkspaceSession Session { get; private set; } = null!;

    public ConcurrentQueue<CoreMessage> Messages { get; } = [];

    public ConcurrentQueue<WorkProgress> Work { get; } = [];

    public ConcurrentQueue<TrustQuestion> Questions { get; } = [];

    public ConcurrentQueue<(long Version, IReadOnlyCollection<DocumentPath>? Changed)> Snapshots { get; } = [];

    public RoslynSnapshot Current => RoslynSnapshot.From(Session.Current);

    public Solution Solution => Current.Solution;

    public static SessionHarness Start(
        TempFolder folder,
        TrustDecision trust = TrustDecision.Untrusted,
        bool canAsk = false,
        string? stateFolder = null,
        WorkspaceSettings? settings = null,
        ImmutableArray<DocumentPath>? folders = null)
    {
        var harness = new SessionHarness();
        var engine = new WorkspaceEngine(stateFolder ?? Path.Combine(folder.Root, ".state"), TimeProvider.System);
        var options = new SessionOptions(folders ?? [folder.Path], new GlassboxSettings { Workspace = settings ?? new WorkspaceSettings() }, trust, canAsk);
        harness.Session = engine.OpenSession(options, harness);
        return harness;
    }

    public static async Task<SessionHarness> LoadAsync(
        TempFolder folder,
        TrustDecision trust = TrustDecision.Untrusted,
        bool canAsk = false,
        string? stateFolder = null,
        WorkspaceSettings? settings = null,
        ImmutableArray<DocumentPath>? folders = null)
    {
        var harness = Start(folder, trust, canAsk, stateFolder, settings, folders);
        await harness.LoadedAsync();
        return harness;
    }

    public Task LoadedAsync() => Session.WaitForLoadAsync(deadline.Token);

    public void Open(DocumentPath path, string text, int version = 1, string language = "csharp") =>
        Session.Open(new OpenedDocument(path, language, version, text));

    public void Edit(DocumentPath path, int version, params OffsetEdit[] edits) =>
        Session.Change(new DocumentChange(path, version, [.. edits], Current.Buffers[path].Text.Length));

    public Document DocumentOf(DocumentPath path)
    {
        Assert.That(Current.TryGetDocument(path, out var document), Is.True, $"{path} is known");
        return document!;
    }

    public async Task<string> TextOf(DocumentPath path) => (await DocumentOf(path).GetTextAsync(deadline.Token)).ToString();

    /// <summary>The compiler's errors in one document.</summary>
    public async Task<string[]> ErrorsIn(DocumentPath path)
    {
        var model = await DocumentOf(path).GetSemanticModelAsync(deadline.Token);
        return [.. model!.GetDiagnostics(cancellationToken: deadline.Token).Where(IsError).Select(error => error.ToString())];
    }

    /// <summary>The compiler's errors in all projects.</summary>
    public async Task<string[]> Errors()
    {
        var errors = new List<string>();
        foreach (var project in Solution.Projects)
        {
            var compilation = await project.GetCompilationAsync(deadline.Token);
            errors.AddRange(compilation!.GetDiagnostics(deadline.Token).Where(IsError).Select(error => $"{project.Name}: {error}"));
        }

        return [.. errors];
    }

    /// <summary>Ends the session, so that everything it had to say has been said.</summary>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        deadline.Dispose();
    }

    void IWorkspaceEvents.OnSnapshot(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed) => Snapshots.Enqueue((snapshot.Version, changed));

    void IWorkspaceEvents.OnWork(WorkProgress progress) => Work.Enqueue(progress);

    void IWorkspaceEvents.OnMessage(CoreMessage message) => Messages.Enqueue(message);

    void IWorkspaceEvents.OnTrustNeeded(TrustQuestion question) => Questions.Enqueue(question);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
