using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Corpus.Storage;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Evaluation;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Ghost;
using Glassbox.Completion.Imports;
using Glassbox.Completion.Lexing;
using Glassbox.Completion.Words;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion;

/// <summary>
/// Popup completion and ghost text from the user's own code. Holds what it learned and the last few answers; every call
/// names its snapshot. Calls may run at the same time.
/// </summary>
public sealed class CompletionEngine : ICompletionEngine
{
    // Generated data in C#'s clothing: parsing it would stall the typing lane.
    private const int LargestParsed = 4 << 20;

    private readonly LearnedDocuments learned = new();
    private readonly ImportIndex imports = new();
    private readonly AnswerRing answers = new();
    private readonly UserFeedback feedback = new();
    private readonly SemaphoreSlim learning = new(1);
    private readonly CSharpPopup popup;
    private readonly WordPopup words;
    private readonly SymbolDescriber describer;
    private readonly GhostTextCompletion ghost;
    private readonly LearnedMemory? memory;

    /// <summary>An engine that has learned nothing yet.</summary>
    /// <param name="clock">Measures latency; the system's by default.</param>
    /// <param name="stateFolder">Where what was learned is kept between sessions; null: nowhere.</param>
    public CompletionEngine(TimeProvider? clock = null, string? stateFolder = null)
    {
        var time = clock ?? TimeProvider.System;
        if (stateFolder is not null) memory = new LearnedMemory(new LearnedFolder(Path.Combine(stateFolder, "learned"), time), learned, time);
        var ranking = new PopupRanking(learned, imports);
        popup = new CSharpPopup(ranking, learned, feedback, answers, time);
        words = new WordPopup(learned, answers, time);
        describer = new SymbolDescriber(new UseReasons(ranking, learned));
        ghost = new GhostTextCompletion(learned, imports, popup, feedback, time);
    }

    /// <summary>What the popup was asked for last.</summary>
    internal PopupSession? LastPopup => popup.Last;

    /// <summary>How often what was learned uses a name, behind a dot or alone.</summary>
    internal int UsesOf(string name, bool isMember) =>
        learned.Lexicon.Find(name) is var number and not 0 ? learned.Usage[isMember ? UsageKeys.Member(number) : UsageKeys.Name(number)] : 0;

    /// <summary>What is thought of an answer's first candidate, 0 to 1.</summary>
    internal double ConfidenceOf(CompletionAnswer answer)
    {
        if (answers.Find(answer.AnswerId) is not PopupSession { Scores: { IsDefaultOrEmpty: false } scores }) return 0;
        var best = scores.Max();
        return 1 / scores.Sum(score => Math.Exp(score - best));
    }

    /// <summary>What stands before a word in C# text makes likely, by token contexts alone.</summary>
    internal ContextEvidence EvidenceAt(DocumentPath path, SourceText text, int wordStart, int wordEnd) =>
        learned.EvidenceAt(path, text, wordStart, wordEnd, LexicalRules.CSharp);

    /// <inheritdoc/>
    public async Task<CompletionAnswer> CompleteAsync(
        ISnapshot snapshot, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken)
    {
        var known = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled) return CompletionAnswer.None(query.Position);
        var text = await known.GetTextAsync(query.Path, cancellationToken);
        if (text?.Length <= LargestParsed && known.TryGetDocument(query.Path, out var document))
            return await popup.CompleteAsync(document, query, settings, cancellationToken);
        return text is null ? CompletionAnswer.None(query.Position) : words.Complete(text, query, settings, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CandidateDescription?> DescribeAsync(ISnapshot snapshot, DescribeQuery query, CancellationToken cancellationToken) =>
        answers.Find(query.AnswerId) switch
        {
            PopupSession session => await describer.DescribeAsync(RoslynSnapshot.From(snapshot), session, query.Key, cancellationToken),
            WordAnswer answer => answer.Describe(query.Key),
            _ => null,
        };

    /// <inheritdoc/>
    public async Task<ImmutableArray<GhostText>> CompleteInlineAsync(
        ISnapshot snapshot, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken)
    {
        var known = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled) return [];
        var text = await known.GetTextAsync(query.Path, cancellationToken);
        return text is null || (query.Path.IsCSharp && text.Length > LargestParsed) ? [] : await ghost.CompleteAsync(known, text, query, settings, cancellationToken);
    }

    /// <inheritdoc/>
    public ImmutableArray<AcceptedSuggestion> NoteChange(ISnapshot before, DocumentChange change, ISnapshot after)
    {
        if (RoslynSnapshot.From(before).Buffers.TryGetValue(change.Path, out var old) && RoslynSnapshot.From(after).Buffers.TryGetValue(change.Path, out var now))
            return feedback.NoteChange(old.Text, change, now.Text);
        feedback.Forget(change.Path);
        return [];
    }

    /// <inheritdoc/>
    public void Forget(DocumentPath path)
    {
        feedback.Forget(path);
        ghost.Forget(path);
    }

    /// <inheritdoc/>
    public Task<CoreMessage?> RecallAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken) =>
        AloneAsync(() => Task.FromResult(memory?.Recall(folders)), cancellationToken);

    /// <inheritdoc/>
    public Task<CoreMessage?> KeepAsync(IReadOnlyCollection<DocumentPath> folders, CancellationToken cancellationToken) =>
        AloneAsync(() => Task.FromResult(memory?.Keep(folders, cancellationToken)), cancellationToken);

    /// <inheritdoc cref="LearnAsync(ISnapshot, IReadOnlyCollection{DocumentPath}, IProgress{LearningProgress}, CancellationToken)"/>
    public Task LearnAsync(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, CancellationToken cancellationToken) =>
        LearnAsync(snapshot, changed, progress: null, cancellationToken);

    /// <inheritdoc/>
    public Task LearnAsync(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var known = RoslynSnapshot.From(snapshot);
        return AloneAsync(
            async () =>
            {
                await learned.LearnAsync(known, changed, progress, cancellationToken);
                await imports.RefreshAsync(known.Solution, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CompletionEvaluationReport> EvaluateAsync(
        ISnapshot snapshot, CompletionEvaluationRequest request, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var options = new EvaluationOptions(request.Seed, request.Files, request.PlacesPerFile);
        var report = await CompletionEvaluation.RunAsync(RoslynSnapshot.From(snapshot), options, EvaluationSummary.Adapt(progress), cancellationToken);
        return EvaluationSummary.Of(report, request.Tasks);
    }

    // What was learned has one writer.
    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await learning.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            learning.Release();
        }
    }
}
