using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Link;

/// <summary>
/// The core as a face sees it, whichever process is behind it. Every call names the current core when it begins; reads
/// that were under way when a core died are asked again of the next.
/// </summary>
internal sealed class ReliableCore(CoreSupervisor supervisor) : ICore
{
    public Task OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.OpenSessionAsync(options, cancellationToken), cancellationToken);

    public Task ChangeSettingsAsync(GlassboxSettings settings, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ChangeSettingsAsync(settings, cancellationToken), cancellationToken);

    public Task ChangeFoldersAsync(FolderChange change, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ChangeFoldersAsync(change, cancellationToken), cancellationToken);

    public Task AnswerTrustAsync(TrustAnswer answer, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.AnswerTrustAsync(answer, cancellationToken), cancellationToken);

    public Task ReloadAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ReloadAsync(cancellationToken), cancellationToken);

    public Task CancelWorkAsync(string workId, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.CancelWorkAsync(workId, cancellationToken), cancellationToken);

    public Task OpenDocumentAsync(OpenedDocument document, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.OpenDocumentAsync(document, cancellationToken), cancellationToken);

    public Task ChangeDocumentAsync(DocumentChange change, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ChangeDocumentAsync(change, cancellationToken), cancellationToken);

    public Task SaveDocumentAsync(DocumentPath path, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.SaveDocumentAsync(path, cancellationToken), cancellationToken);

    public Task CloseDocumentAsync(DocumentPath path, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.CloseDocumentAsync(path, cancellationToken), cancellationToken);

    public Task ChangeFilesAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ChangeFilesAsync(changes, cancellationToken), cancellationToken);

    public Task<CompletionAnswer> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.CompleteAsync(query, cancellationToken), cancellationToken);

    public Task<CandidateDescription?> DescribeAsync(DescribeQuery query, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.DescribeAsync(query, cancellationToken), cancellationToken);

    public Task<ImmutableArray<GhostText>> CompleteInlineAsync(GhostTextQuery query, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.CompleteInlineAsync(query, cancellationToken), cancellationToken);

    public Task<NextEditSuggestion?> SuggestEditAsync(NextEditQuery query, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.SuggestEditAsync(query, cancellationToken), cancellationToken);

    public Task<DocumentFindings> FindAsync(DocumentPath path, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.FindAsync(path, cancellationToken), cancellationToken);

    public Task<ImmutableArray<DocumentFindings>> FindAllAsync(FindAllQuery query, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.FindAllAsync(query, cancellationToken), cancellationToken);

    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(DocumentPath path, TextRange range, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ListActionsAsync(path, range, cancellationToken), cancellationToken);

    public Task<CodeActionEdit> ResolveActionAsync(CodeActionId action, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ResolveActionAsync(action, cancellationToken), cancellationToken);

    public Task<Explanation?> ExplainAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ExplainAsync(path, position, cancellationToken), cancellationToken);

    public Task<ImmutableArray<RuleInfo>> ListRulesAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.ListRulesAsync(cancellationToken), cancellationToken);

    public Task<CoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.GetStatusAsync(cancellationToken), cancellationToken);

    public Task WaitForLoadAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.WaitForLoadAsync(cancellationToken), cancellationToken);

    public Task WaitForLearningAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.WaitForLearningAsync(cancellationToken), cancellationToken);

    public Task<CompletionEvaluationReport> EvaluateCompletionAsync(CompletionEvaluationRequest request, CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.EvaluateCompletionAsync(request, cancellationToken), cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) =>
        supervisor.AskAsync(core => core.PingAsync(cancellationToken), cancellationToken);
}
