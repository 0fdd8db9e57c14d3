using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Tests.Support;

/// <summary>
/// A core whose rules are words: <c>SQL(…)</c> has a finding with a trace and no fix, <c>MD5</c> one whose fix is
/// <c>SHA256</c>, <c>VOID</c> one whose fix is refused, <c>LEAK</c> a hint. It reads the folder when it is asked.
/// </summary>
internal sealed class ScriptedCore(ICoreEvents events) : ICore, IAsyncDisposable
{
    public static readonly ImmutableArray<RuleInfo> Rules =
    [
        Rule("GB1001", "SqlInjection", "Injection", [89], Severity.Error),
        Rule("GB2001", "WeakHash", "Crypto", [327, 328], Severity.Warning),
        Rule("GB2002", "WeakCipher", "Crypto", [327], Severity.Information),
        Rule("GB4001", "NotDisposed", "Reliability", [404], Severity.Hint),
    ];

    private static readonly (string Word, string RuleId)[] Words = [("SQL\\([^)]*\\)", "GB1001"), ("MD5", "GB2001"), ("VOID", "GB2002"), ("LEAK", "GB4001")];

    private readonly Dictionary<DocumentPath, OpenedDocument> open = [];
    private GlassboxSettings settings = new();
    private bool hasLearned;

    public SessionOptions? Options { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>What the events say while the core looks.</summary>
    public List<CoreMessage> Messages { get; } = [];

    public ImmutableArray<ProjectStatus> Projects { get; set; } = [];

    /// <summary>Runs before findings are computed.</summary>
    public Func<CancellationToken, Task> BeforeFind { get; set; } = _ => Task.CompletedTask;

    public List<Finding> Extra { get; } = [];

    /// <summary>Whether menus have an entry that fixes everything, as they do where there is more than one finding.</summary>
    public bool OffersFixAll { get; set; } = true;

    /// <summary>What fixes put in place of MD5.</summary>
    public string Replacement { get; set; } = "SHA256";

    /// <summary>The popup, best first, with how often each name is used; nothing is known of what is never used.</summary>
    public List<(string Label, int Count)> Uses { get; } = [];

    public ImmutableArray<GhostText> Ghosts { get; set; } = [];

    public CompletionQuery? Completed { get; private set; }

    public CompletionEvaluationRequest? Evaluated { get; private set; }

    public List<EvaluationRow> Evaluation { get; } = [];

    /// <summary>What is open.</summary>
    public IReadOnlyDictionary<DocumentPath, OpenedDocument> Open => open;

    public Task OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken)
    {
        Options = options;
        settings = options.Settings;
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<DocumentFindings>> FindAllAsync(FindAllQuery query, CancellationToken cancellationToken)
    {
        await BeforeFind(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var message in Messages) events.OnMessage(message);
        events.OnWork(new WorkProgress("load", WorkStage.Report, "Loading", "Shop", 40, CanCancel: true));
        var found = Files().Select(Look).ToImmutableArray();
        for (var i = 0; i < found.Length; i++) events.OnDocumentFound(found[i], i + 1, found.Length);
        return found;
    }

    public async Task<DocumentFindings> FindAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        await BeforeFind(cancellationToken);
        return Look(path);
    }

    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(DocumentPath path, TextRange range, CancellationToken cancellationToken)
    {
        var offers = ImmutableArray.CreateBuilder<CodeActionOffer>();
        foreach (var finding in Look(path).Findings.Where(finding => finding.Range.Touches(range)))
        {
            int? version = open.TryGetValue(path, out var document) ? document.Version : null;
            offers.Add(Offer(CodeActionKind.Suppress, FixScope.Finding, null));
            if (finding.RuleId == "GB4001") offers.Add(Offer(CodeActionKind.QuickFix, FixScope.Finding, "the file is generated"));
            if (finding.RuleId is not ("GB2001" or "GB2002")) continue;
            offers.Add(Offer(CodeActionKind.QuickFix, FixScope.Finding, null));
            if (!OffersFixAll) continue;
            offers.Add(Offer(CodeActionKind.FixAllOfRule, FixScope.Document, null));
            offers.Add(Offer(CodeActionKind.FixAllOfRule, FixScope.Solution, null));

            CodeActionOffer Offer(CodeActionKind kind, FixScope scope, string? disabled) => new(
                new CodeActionId(kind, path, version, scope, finding.RuleId, finding.Fingerprint, "fix"), "…", false, [finding.Fingerprint], disabled);
        }

        return Task.FromResult(offers.ToImmutable());
    }

    public Task<CodeActionEdit> ResolveActionAsync(CodeActionId action, CancellationToken cancellationToken)
    {
        if (action.RuleId == "GB2002") return Task.FromResult(CodeActionEdit.Refused("the new cipher needs another key"));
        var documents = action.Scope == FixScope.Solution ? Files() : [action.Path];
        var edits = documents
            .Select(path => (Path: path, Findings: Look(path).Findings.Where(finding => finding.RuleId == action.RuleId
                && (action.Scope != FixScope.Finding || finding.Fingerprint == action.Fingerprint)).ToList()))
            .Where(document => document.Findings.Count > 0)
            .Select(document => new DocumentEdits(
                document.Path,
                open.TryGetValue(document.Path, out var opened) ? opened.Version : null,
                [.. document.Findings.Select(finding => new TextEdit(finding.Range, Replacement))]))
            .ToImmutableArray();
        return Task.FromResult(new CodeActionEdit(edits, null, edits.Sum(document => document.Edits.Length), 0));
    }

    public Task OpenDocumentAsync(OpenedDocument document, CancellationToken cancellationToken)
    {
        open[document.Path] = document;
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<RuleInfo>> ListRulesAsync(CancellationToken cancellationToken) => Task.FromResult(Rules);

    public Task<CoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new CoreStatus(1, IsLoading: false, 1, [], Projects, "none"));

    public Task WaitForLoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WaitForLearningAsync(CancellationToken cancellationToken)
    {
        hasLearned = true;
        return Task.CompletedTask;
    }

    public Task<CompletionAnswer> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken)
    {
        if (!settings.Completion.Enabled || !hasLearned) return Task.FromResult(CompletionAnswer.None(query.Position));
        Completed = query;
        var candidates = Uses.Select((use, index) => new CompletionCandidate(
            use.Label, CandidateKind.Method, "", null, index.ToString("d4"), null, null, Preselect: index == 0, [], use.Label));
        return Task.FromResult(new CompletionAnswer(TextRange.At(query.Position), [.. candidates], IsIncomplete: false, 7, Provenance.Local("words")));
    }

    public Task<CandidateDescription?> DescribeAsync(DescribeQuery query, CancellationToken cancellationToken)
    {
        var count = query.AnswerId == 7 ? Uses.First(use => use.Label == query.Key).Count : -1;
        return Task.FromResult(count == 0 ? null : new CandidateDescription($"void {query.Key}()", "", $"used {count} times"));
    }

    public Task<ImmutableArray<GhostText>> CompleteInlineAsync(GhostTextQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(settings.GhostText.Enabled && hasLearned ? Ghosts : []);

    public Task<CompletionEvaluationReport> EvaluateCompletionAsync(CompletionEvaluationRequest request, CancellationToken cancellationToken)
    {
        Evaluated = request;
        events.OnWork(new WorkProgress("evaluate", WorkStage.Begin, "Evaluating completion", "1 of 4 files", 25, CanCancel: false));
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new CompletionEvaluationReport([.. Evaluation.Where(row => request.Tasks.IsEmpty || request.Tasks.Contains(row.Task))]));
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private List<DocumentPath> Files() =>
        [.. Directory.EnumerateFiles(Options!.Folders[0].Value, "*.cs", SearchOption.AllDirectories).Select(DocumentPath.FromFile).Order()];

    private DocumentFindings Look(DocumentPath path)
    {
        var text = open.TryGetValue(path, out var document) ? document.Text : File.ReadAllText(path.Value);
        var lines = LineIndex.Of(text);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = Words.SelectMany(word => Regex.Matches(text, word.Word).Select(match => (word.RuleId, match)))
            .OrderBy(hit => hit.match.Index)
            .Select(hit =>
            {
                seen[hit.RuleId] = seen.GetValueOrDefault(hit.RuleId) + 1;
                var range = new TextRange(lines.PositionAt(hit.match.Index), lines.PositionAt(hit.match.Index + hit.match.Length));
                ImmutableArray<TraceStep> trace = hit.RuleId != "GB1001" ? [] :
                [
                    new TraceStep(TraceStepKind.Source, path, TextRange.At(new TextPosition(0, 0)), "`id` comes from the request"),
                    new TraceStep(TraceStepKind.Step, path, range, "is joined into a text"),
                    new TraceStep(TraceStepKind.Sink, path, range, "is run as SQL"),
                ];
                var rule = Rules.First(rule => rule.Id == hit.RuleId);
                return new Finding(
                    rule.Id, rule.Severity, Confidence.High, $"`{hit.match.Value}` is a case of {rule.Name}", path, range, trace,
                    $"{rule.Id}:{path.Name}:{seen[rule.Id]}");
            })
            .Where(finding => finding.Severity >= settings.Analysis.MinimumSeverity
                && settings.Analysis.Rules.GetValueOrDefault(finding.RuleId, finding.Severity) != Severity.None);
        return new DocumentFindings(path, null, "1", [.. found, .. Extra.Where(finding => finding.Path == path)]);
    }

    private static RuleInfo Rule(string id, string name, string category, ImmutableArray<int> cwe, Severity severity) => new(
        id, name, $"{name} title", category, cwe, severity, $"Why {name} is **bad**.", "How to be safe.", "bad();", "good();");

    // Not part of what the verbs use.
    public Task ChangeSettingsAsync(GlassboxSettings settings, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task ChangeFoldersAsync(FolderChange change, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task AnswerTrustAsync(TrustAnswer answer, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task ReloadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task CancelWorkAsync(string workId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task ChangeDocumentAsync(DocumentChange change, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SaveDocumentAsync(DocumentPath path, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task CloseDocumentAsync(DocumentPath path, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task ChangeFilesAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<NextEditSuggestion?> SuggestEditAsync(NextEditQuery query, CancellationToken cancellationToken) => Task.FromResult<NextEditSuggestion?>(null);
    public Task<Explanation?> ExplainAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task PingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
