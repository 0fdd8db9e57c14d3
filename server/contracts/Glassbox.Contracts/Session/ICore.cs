using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>
/// One session with the agent core: commands in. Events come back through <see cref="ICoreEvents"/>. Calls that change
/// state take effect in the order in which they are made; every other call reads one snapshot, taken when it begins.
/// </summary>
public interface ICore
{
    /// <summary>Begins the session. Loading goes on in the background.</summary>
    Task OpenSessionAsync(SessionOptions options, CancellationToken cancellationToken);

    /// <summary>Takes new settings into effect.</summary>
    Task ChangeSettingsAsync(GlassboxSettings settings, CancellationToken cancellationToken);

    /// <summary>Adds and removes workspace folders.</summary>
    Task ChangeFoldersAsync(FolderChange change, CancellationToken cancellationToken);

    /// <summary>The user's answer to a <see cref="TrustQuestion"/>, or an unasked decision.</summary>
    Task AnswerTrustAsync(TrustAnswer answer, CancellationToken cancellationToken);

    /// <summary>Reads all projects again.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);

    /// <summary>Stops a piece of work by <see cref="WorkProgress.WorkId"/>; unknown ids are ignored.</summary>
    Task CancelWorkAsync(string workId, CancellationToken cancellationToken);

    /// <summary>A document was opened, or, when it is open already, set anew.</summary>
    Task OpenDocumentAsync(OpenedDocument document, CancellationToken cancellationToken);

    /// <summary>A document was edited.</summary>
    /// <exception cref="InvalidOperationException">The document is not open, or the edits do not fit: open it again whole.</exception>
    Task ChangeDocumentAsync(DocumentChange change, CancellationToken cancellationToken);

    /// <summary>A document was written to disk.</summary>
    Task SaveDocumentAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>A document was closed; what is on disk counts again.</summary>
    Task CloseDocumentAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>Files changed on disk.</summary>
    Task ChangeFilesAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken);

    /// <summary>Popup completion.</summary>
    Task<CompletionAnswer> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken);

    /// <summary>The documentation of a candidate; null when its answer is no longer known.</summary>
    Task<CandidateDescription?> DescribeAsync(DescribeQuery query, CancellationToken cancellationToken);

    /// <summary>Ghost text.</summary>
    Task<ImmutableArray<GhostText>> CompleteInlineAsync(GhostTextQuery query, CancellationToken cancellationToken);

    /// <summary>Where the user's last edit should be made next; null where nowhere, or where the text changed meanwhile.</summary>
    Task<NextEditSuggestion?> SuggestEditAsync(NextEditQuery query, CancellationToken cancellationToken);

    /// <summary>The findings of one document.</summary>
    Task<DocumentFindings> FindAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>The findings of every document in scope, in a stable order. A document that could not be analyzed is reported and left out.</summary>
    Task<ImmutableArray<DocumentFindings>> FindAllAsync(FindAllQuery query, CancellationToken cancellationToken);

    /// <summary>The code actions for a range.</summary>
    Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(DocumentPath path, TextRange range, CancellationToken cancellationToken);

    /// <summary>The edit of one code action.</summary>
    Task<CodeActionEdit> ResolveActionAsync(CodeActionId action, CancellationToken cancellationToken);

    /// <summary>Explains the findings at a position in Markdown; null where there are none.</summary>
    Task<Explanation?> ExplainAsync(DocumentPath path, TextPosition position, CancellationToken cancellationToken);

    /// <summary>Every rule, in order of id.</summary>
    Task<ImmutableArray<RuleInfo>> ListRulesAsync(CancellationToken cancellationToken);

    /// <summary>The session's state.</summary>
    Task<CoreStatus> GetStatusAsync(CancellationToken cancellationToken);

    /// <summary>Waits until loading, as far as it has been asked for, has ended.</summary>
    Task WaitForLoadAsync(CancellationToken cancellationToken);

    /// <summary>Waits until loading has ended and everything that is there at that moment has been learned, so that completion is as good as it gets.</summary>
    Task WaitForLearningAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Measures what completion would have done for this workspace; see <see cref="Engines.ICompletionEngine.EvaluateAsync"/>. Takes minutes,
    /// waits for loading to end, and is shown through <see cref="ICoreEvents.OnWork"/>. The session's own completion is not touched.
    /// </summary>
    Task<CompletionEvaluationReport> EvaluateCompletionAsync(CompletionEvaluationRequest request, CancellationToken cancellationToken);

    /// <summary>Answers at once; a core that does not is hung.</summary>
    Task PingAsync(CancellationToken cancellationToken);
}
