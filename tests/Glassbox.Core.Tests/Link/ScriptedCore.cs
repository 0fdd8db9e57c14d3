using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Core.Tests.Link;

/// <summary>A core that records what it is told, and answers what it was given.</summary>
internal sealed class ScriptedCore : ICore
{
    public List<object> Told { get; } = [];

    public CompletionAnswer Completion { get; set; } = CompletionAnswer.None(default);

    public DocumentFindings Findings { get; set; } = new(default, null, "", []);

    public CodeActionEdit Edit { get; set; } = CodeActionEdit.Refused("");

    public CompletionEvaluationReport Evaluation { get; set; } = new([]);

    public TaskCompletionSource Gate { get; } = new();

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool WasCancelled { get; private set; }

    public Task OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken) => Note(options);

    public Task ChangeSettingsAsync(GlassboxSettings settings, CancellationToken cancellationToken) => Note(settings);

    public Task ChangeFoldersAsync(FolderChange change, CancellationToken cancellationToken) => Note(change);

    public Task AnswerTrustAsync(TrustAnswer answer, CancellationToken cancellationToken) => Note(answer);

    public Task ReloadAsync(CancellationToken cancellationToken) => Note("reload");

    public Task CancelWorkAsync(string workId, CancellationToken cancellationToken) => Note(workId);

    public Task OpenDocumentAsync(OpenedDocument document, CancellationToken cancellationToken) => Note(document);

    public Task ChangeDocumentAsync(DocumentChange change, CancellationToken cancellationToken) => Note(change);

    public Task SaveDocumentAsync(DocumentPath path, CancellationToken cancellationToken) => Note(path);

    public Task CloseDocumentAsync(DocumentPath path, CancellationToken cancellationToken) => Note(path);

    public Task ChangeFilesAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken) => Note(changes);

    public Task<CompletionAnswer> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken)
    {
        Told.Add(query);
        return Task.FromResult(Completion);
    }

    public Task<CandidateDescription?> DescribeAsync(DescribeQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<CandidateDescription?>(null);

    public Task<ImmutableArray<GhostText>> CompleteInlineAsync(GhostTextQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(default(ImmutableArray<GhostText>));

    public Task<NextEditSuggestion?> SuggestEditAsync(NextEditQuery query, CancellationToken cancellationToken) => Task.FromResult<NextEditSuggestion?>(null);

    public Task<DocumentFindings> FindAsync(DocumentPath path, CancellationToken cancellationToken) => Task.FromResult(Findings);

    public Task<ImmutableArray<DocumentFindings>> FindAllAsync(FindAllQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<DocumentFindings>>([Findings]);

    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(DocumentPath path, TextRange range, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<CodeActionOffer>>([]);

    public Task<CodeActionEdit> ResolveActionAsync(CodeActionId action, CancellationToken cancellationToken)
    {
        Told.Add(action);
        return Task.FromResult(Edit);
    }

    public Task<Explanation?> ExplainAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken) =>
        Task.FromResult<Explanation?>(null);

    public Task<ImmutableArray<RuleInfo>> ListRulesAsync(CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<RuleInfo>>([]);

    public Task<CoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new CoreStatus(Environment.ProcessId, IsLoading: false, 1, [], [], "none"));

    public async Task WaitForLoadAsync(CancellationToken cancellationToken)
    {
        Waiting.TrySetResult();
        try
        {
            await Gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            WasCancelled = true;
            throw;
        }
    }

    public Task WaitForLearningAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CompletionEvaluationReport> EvaluateCompletionAsync(CompletionEvaluationRequest request, CancellationToken cancellationToken)
    {
        Told.Add(request);
        return Task.FromResult(Evaluation);
    }

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Note(object what)
    {
        Told.Add(what);
        return Task.CompletedTask;
    }
}
