using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Imports;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Ghost text from the workspace's own token sequences.</summary>
internal sealed class GhostTextCompletion(LearnedDocuments learned, ImportIndex imports, CSharpPopup popup, UserFeedback feedback, TimeProvider clock)
{
    private readonly UsePlaces places = new(learned);
    private readonly BodyModels models = new();
    private readonly GhostMemory memory = new(learned);

    public async Task<ImmutableArray<GhostText>> CompleteAsync(
        RoslynSnapshot snapshot, SourceText text, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var at = GhostCursor.Of(text, query);
        if (!at.CanFollow) return [];

        var document = query.Path.IsCSharp && snapshot.TryGetDocument(query.Path, out var known) ? known : null;
        var threshold = query.IsExplicit ? 0 : settings.Threshold;
        if (!query.IsExplicit && await memory.RestAsync(document, at, threshold, cancellationToken) is var (rest, left) && !feedback.IsRefused(left.Context, left.Text))
        {
            feedback.NoteOffer(query.Path, text, left);
            return [rest with { Provenance = rest.Provenance with { LatencyMs = clock.GetElapsedTime(began).TotalMilliseconds } }];
        }

        var version = learned.Version;
        // What fits there is bound for the popup already, or not at all: the guide knows as much, for less than the popup costs.
        var session = document is not null && !at.IsDocumentation && at.Typed.Length == 0 && popup.Knows(query.Path, document, text, at.Cursor)
            ? await popup.FindAsync(query.Path, document, text, at.Cursor, cancellationToken)
            : null;
        // Its own reading of the buffer: the popup's may be at work in another question.
        var evidence = at.IsDocumentation ? learned.DocumentationAt(query.Path, text, at.Word, at.Cursor) : learned.EvidenceAt(query.Path, text, at.Word, at.Cursor, at.Rules);
        var (guide, verify) = await BindAsync(document, at, evidence, cancellationToken);
        var search = new GhostSearch(at, evidence, new GhostTextWriter(evidence, at.Rules, guide, threshold, query.IsExplicit), verify, document is not null, session, threshold, query.IsExplicit);
        var context = ContextKey.Of(evidence.Buffer);
        var proposals = await search.FindAsync(whole => feedback.IsRefused(context, whole), cancellationToken);

        var shown = ImmutableArray.CreateBuilder<GhostText>(proposals.Count);
        var offers = new List<Offer>();
        foreach (var proposal in proposals)
        {
            var (reasons, sources) = await ReasonsAsync(snapshot, document, at, evidence, proposal, cancellationToken);
            var confidence = Math.Clamp(proposal.Draft.Confidence, 0, 1);
            var provenance = new Provenance("usage-counts", sources, reasons, clock.GetElapsedTime(began).TotalMilliseconds, Cost: 0);
            offers.Add(new Offer(at.Word, at.Cursor - at.Word, search.Whole(proposal.Rendering), context, confidence, provenance));
            shown.Add(new GhostText(at.Selected + proposal.Rendering.Text, text.RangeOf(at.Replace), confidence, provenance));
        }

        if (offers.Count > 0) feedback.NoteOffer(query.Path, text, [.. offers]);
        if (!query.IsExplicit)
        {
            if (shown is [var first, ..]) await memory.KeepAsync(document, at, first, offers[0], version, cancellationToken);
            else memory.Forget();
        }

        return shown.ToImmutable();
    }

    /// <summary>Forgets what was shown in a document.</summary>
    public void Forget(DocumentPath path) => memory.Forget(path);

    // What leads the writing, and what tries it: nothing of both where nothing is bound.
    private async Task<(NameGuide? Guide, GhostSearch.Verify? Verify)> BindAsync(Document? document, GhostCursor at, ContextEvidence evidence, CancellationToken cancellationToken)
    {
        if (document is null) return (null, null);
        if (at.IsDocumentation) return (null, new DocumentationVerifier(document, at.Text).VerifyAsync);
        if (await models.AtAsync(document, at.Cursor, cancellationToken) is not { } place) return (null, null);
        var misses = UnknownUsings.Exist(place.Root, place.Model.Compilation, imports.GlobalUsings(place.Document.Project.Id), new TextSpan(at.Cursor, 0));
        var references = new ReferenceNames(misses, learned.Usage, name => evidence.Buffer.Find(name));
        return (new NameGuide(place.Model, at.Word, evidence.Buffer, learned.Usage, misses), new GhostTextVerifier(place, at.Text, references).VerifyAsync);
    }

    private async Task<(ImmutableArray<string> Reasons, ImmutableArray<string> Sources)> ReasonsAsync(
        RoslynSnapshot snapshot, Document? document, GhostCursor at, ContextEvidence evidence, GhostProposal proposal, CancellationToken cancellationToken)
    {
        var (reason, sources) = GhostReason.Of(evidence, proposal.Draft.Before);
        var reasons = document is null ? ImmutableArray.Create(reason) : [reason, proposal.Verdict.Reason];
        // Places are found again by the code's tokens.
        var like = at.IsDocumentation ? null : await places.LikeAsync(snapshot, new CursorText(at.Path, at.Text, at.Word, at.Cursor, at.Rules), evidence, at.Typed + proposal.Rendering.Text, cancellationToken);
        return (like is null ? reasons : reasons.Add(like), sources);
    }
}
