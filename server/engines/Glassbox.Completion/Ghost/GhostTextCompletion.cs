using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Imports;
using Glassbox.Completion.Lexing;
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
    private const int LongestRest = 512;
    private const int MostAlternatives = 3;
    private const int ShortestText = 2;

    // A draft is checked by binding it; few are worth that. So often a name that means nothing is replaced by the next likely one.
    private const int MostVerified = 5;
    private const int MostRefused = 2;

    // Who asked for it waits a little longer.
    private const int MostVerifiedOnDemand = 14;
    private const int MostRefusedOnDemand = 6;

    private delegate Task<GhostVerdict> Verify(TextSpan replace, string insert, CancellationToken cancellationToken);

    private readonly UsePlaces places = new(learned);
    private readonly BodyModels models = new();

    public async Task<ImmutableArray<GhostText>> CompleteAsync(
        RoslynSnapshot snapshot, SourceText text, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var cursor = text.OffsetAt(query.Position);
        var end = cursor;
        while (end < text.Length && end - cursor < LongestRest && text[end] is not ('\r' or '\n')) end++;
        var after = text.ToString(TextSpan.FromBounds(cursor, end));
        var rules = LexicalRules.For(query.Path);
        var line = text.Lines.GetLineFromPosition(cursor).Start;
        var written = text.ToString(TextSpan.FromBounds(line, cursor));
        var isDocumentation = rules.IsCSharp && DocumentationText.ContentStart(written) >= 0;
        if (isDocumentation) rules = LexicalRules.Documentation;
        var word = line + rules.StartOfWord(written, cursor - line);
        var selected = query.SelectedCompletion ?? "";
        var replace = selected.Length > 0 ? TextSpan.FromBounds(word, cursor) : new TextSpan(cursor, 0);
        var typed = selected.Length > 0 ? selected : text.ToString(TextSpan.FromBounds(word, cursor));
        if (isDocumentation ? !GhostPlace.CanFollowInDocumentation(after) : !GhostPlace.CanFollow(text, cursor, after, rules)) return [];

        var style = TextStyle.Of(text, cursor);
        var document = query.Path.IsCSharp && snapshot.TryGetDocument(query.Path, out var known) ? known : null;
        var threshold = query.IsExplicit ? 0 : settings.Threshold;
        var beforeWord = word > 0 ? text[word - 1] : '\n';
        // What fits there is bound for the popup already, or not at all: the guide knows as much, for less than the popup costs.
        var session = document is not null && !isDocumentation && typed.Length == 0 && popup.Knows(query.Path, document, text, cursor)
            ? await popup.FindAsync(query.Path, document, text, cursor, cancellationToken)
            : null;
        // Its own reading of the buffer: the popup's may be at work in another question.
        var evidence = isDocumentation ? learned.DocumentationAt(query.Path, text, word, cursor) : learned.EvidenceAt(query.Path, text, word, cursor, rules);
        var place = document is null || isDocumentation ? null : await models.AtAsync(document, cursor, cancellationToken);
        var misses = place is not null && UnknownUsings.Exist(place.Root, place.Model.Compilation, imports.GlobalUsings(place.Document.Project.Id), new TextSpan(cursor, 0));
        var references = new ReferenceNames(misses, learned.Usage, name => evidence.Buffer.Find(name));
        var guide = place is null ? null : new NameGuide(place.Model, word, evidence.Buffer, learned.Usage, misses);
        Verify? verify = place is not null ? new GhostTextVerifier(place, text, references).VerifyAsync : document is not null && isDocumentation ? new DocumentationVerifier(document, text).VerifyAsync : null;
        var writer = new GhostTextWriter(evidence, rules, guide, threshold, query.IsExplicit);
        var drafts = new Queue<GhostDraft>(writer.Draft(typed, selected.Length > 0, after, beforeWord, session, cancellationToken));
        var shown = ImmutableArray.CreateBuilder<GhostText>();
        var context = ContextKey.Of(evidence.Buffer);
        var offers = new List<Offer>();
        var (verified, refused) = (0, 0);
        GhostDraft? part = null;
        while (drafts.TryDequeue(out var draft) && verified < (query.IsExplicit ? MostVerifiedOnDemand : MostVerified) && shown.Count < (query.IsExplicit ? MostAlternatives : 1))
        {
            if (draft.Confidence < threshold) break;
            var rendering = GhostRendering.Of(draft, evidence.Buffer, style);
            if (rendering.Text.Trim().Length < ShortestText || shown.Any(other => other.Insert == selected + rendering.Text)) continue;
            if (!query.IsExplicit && feedback.IsRefused(context, Whole(rendering))) continue;
            var verdict = await VerifyAsync(rendering);
            if (verdict.BadAt > 0) part ??= GhostTextWriter.UpTo(draft, rendering.TokenAt(verdict.BadAt - selected.Length));
            if (!verdict.Holds && verdict.BadAt >= 0 && refused < (query.IsExplicit ? MostRefusedOnDemand : MostRefused))
            {
                refused++;
                writer.Refuse(draft, rendering.TokenAt(verdict.BadAt - selected.Length));
                drafts = new Queue<GhostDraft>(writer.Draft(typed, selected.Length > 0, after, beforeWord, session, cancellationToken));
                continue;
            }

            // A header holds only with its body, and a line may surely be followed by others.
            var longer = after.Trim().Length == 0 ? writer.Extend(draft, cancellationToken) : null;
            if (longer is not null && longer.Confidence >= threshold && GhostRendering.Of(longer, evidence.Buffer, style) is var block && await VerifyAsync(block) is { Holds: true } all)
                (draft, rendering, verdict) = (longer, block, all);
            if (!verdict.Holds) continue;
            await ShowAsync(draft, rendering, verdict);
        }

        // Who asked for it has more of half a line than of nothing.
        if (query.IsExplicit && shown.Count == 0 && part is not null && GhostRendering.Of(part, evidence.Buffer, style) is { Text.Length: >= ShortestText } half && await VerifyAsync(half) is { Holds: true } held)
            await ShowAsync(part, half, held);
        if (offers.Count > 0) feedback.NoteOffer(query.Path, text, [.. offers]);
        return shown.ToImmutable();

        string Whole(GhostRendering rendering) => selected.Length > 0 ? selected + rendering.Text : typed + rendering.Text;

        async Task ShowAsync(GhostDraft draft, GhostRendering rendering, GhostVerdict verdict)
        {
            var (reason, sources) = GhostReason.Of(evidence, draft.Before);
            var reasons = document is null ? ImmutableArray.Create(reason) : [reason, verdict.Reason];
            // Places are found again by the code's tokens.
            if (!isDocumentation && await places.LikeAsync(snapshot, new CursorText(query.Path, text, word, cursor, rules), evidence, typed + rendering.Text, cancellationToken) is { } like) reasons = reasons.Add(like);
            var confidence = Math.Clamp(draft.Confidence, 0, 1);
            var provenance = new Provenance("usage-counts", sources, reasons, clock.GetElapsedTime(began).TotalMilliseconds, Cost: 0);
            offers.Add(new Offer(word, cursor - word, Whole(rendering), context, confidence, provenance));
            shown.Add(new GhostText(selected + rendering.Text, text.RangeOf(replace), confidence, provenance));
        }

        async Task<GhostVerdict> VerifyAsync(GhostRendering rendering)
        {
            if (verify is null) return document is null ? GhostVerdict.Right : GhostVerdict.Wrong;
            verified++;
            return await verify(replace, selected + rendering.Text, cancellationToken);
        }
    }
}
