using System.Collections.Immutable;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>Popup completion and ghost text, from the user's own code, on the user's machine.</summary>
public interface ICompletionEngine
{
    /// <summary>What could stand at a position, best first.</summary>
    Task<CompletionAnswer> CompleteAsync(
        ISnapshot snapshot, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken);

    /// <summary>The documentation of a candidate; null when its answer is no longer known.</summary>
    Task<CandidateDescription?> DescribeAsync(ISnapshot snapshot, DescribeQuery query, CancellationToken cancellationToken);

    /// <summary>Text that may follow, verified in place; empty where the engine is not confident.</summary>
    Task<ImmutableArray<GhostText>> CompleteInlineAsync(
        ISnapshot snapshot, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// Notes a change of an open document: from it follows what the user took of what was shown, and what not. Short, since it
    /// runs between two keystrokes; calls come in the order of the changes.
    /// </summary>
    /// <param name="before">The snapshot that the change was made to.</param>
    /// <param name="change">The change.</param>
    /// <param name="after">The snapshot with the change.</param>
    /// <returns>The ghost texts that the change took, usually none.</returns>
    ImmutableArray<AcceptedSuggestion> NoteChange(ISnapshot before, DocumentChange change, ISnapshot after);

    /// <summary>Forgets what was shown and taken in a document: it was closed, or set anew.</summary>
    void Forget(DocumentPath path);

    /// <summary>
    /// Brings the counts in line with a snapshot: documents that are new or changed since the last call are learned,
    /// what they held before is unlearned. Cheap when little changed; runs in the background lane.
    /// </summary>
    /// <param name="snapshot">What is to be known afterwards.</param>
    /// <param name="changed">The documents that changed, or null for all.</param>
    /// <param name="progress">Told, after each document, how many were looked at, of how many; or null.</param>
    /// <param name="cancellationToken">Ends it between two documents.</param>
    Task LearnAsync(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, IProgress<LearningProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up what earlier sessions learned of these folders and kept on this machine: <see cref="LearnAsync"/> then need not
    /// read what has not changed since. Called before anything is learned; without it, or where it fails, learning begins from nothing.
    /// </summary>
    /// <returns>A line for the log, once, where something was kept and cannot be used; else null.</returns>
    Task<CoreMessage?> RecallAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken);

    /// <summary>Keeps what is learned of these folders for later sessions, on this machine only; does nothing where nothing was learned since the last time.</summary>
    /// <returns>A line for the log, once, where it could not be kept; else null.</returns>
    Task<CoreMessage?> KeepAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken);

    /// <summary>
    /// Measures what completion would have done for a workspace: files are held out, the rest is learned, and at chosen places of the
    /// held-out files the tail of the line is cut off and asked for. What this engine has learned for its users is neither read nor changed.
    /// </summary>
    /// <param name="snapshot">The workspace; nothing of it is changed.</param>
    /// <param name="request">How much, and the seed.</param>
    /// <param name="progress">Told how many files are done, of how many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<CompletionEvaluationReport> EvaluateAsync(
        ISnapshot snapshot, CompletionEvaluationRequest request, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken);
}
