using System.Collections.Immutable;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Ghost text from the workspace's own token sequences.</summary>
internal sealed class GhostTextCompletion(LearnedDocuments learned, UserFeedback feedback, TimeProvider clock)
{
    private const int LongestRest = 512;
    private const int MostAlternatives = 3;

    // A proposal is checked by binding it; few are worth that.
    private const int MostVerified = 4;

    private readonly UsePlaces places = new(learned);

    public async Task<ImmutableArray<GhostText>> CompleteAsync(
        RoslynSnapshot snapshot, SourceText text, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var cursor = text.OffsetAt(query.Position);
        var end = cursor;
        while (end < text.Length && end - cursor < LongestRest && text[end] is not ('\r' or '\n')) end++;
        var after = text.ToString(TextSpan.FromBounds(cursor, end));
        var rules = LexicalRules.For(query.Path);
        var word = cursor;
        while (word > 0 && IdentifierCharacters.IsPart(text[word - 1])) word--;

        var replace = new TextSpan(cursor, 0);
        var selected = query.SelectedCompletion ?? "";
        if (selected.Length > 0) replace = TextSpan.FromBounds(word, cursor);
        var typed = selected.Length > 0 ? selected : text.ToString(TextSpan.FromBounds(word, cursor));
        if (!GhostPlace.CanFollow(text, cursor, after, rules)) return [];

        var evidence = learned.EvidenceAt(query.Path, text, word, cursor, rules);
        var proposals = new GhostTextWriter(evidence, rules).Write(typed, selected.Length > 0, after, word > 0 ? text[word - 1] : '\n', cancellationToken);
        var threshold = query.IsExplicit ? 0 : settings.Threshold;
        var shown = ImmutableArray.CreateBuilder<GhostText>();
        var tried = 0;
        var context = ContextKey.Of(evidence.Buffer);
        var offers = new List<Offer>();
        foreach (var proposal in proposals)
        {
            if (proposal.Confidence < threshold || tried == MostVerified) break;
            tried++;
            var insert = selected + proposal.Text;
            var reasons = ImmutableArray.Create(proposal.Reason);
            if (rules.IsCSharp && snapshot.TryGetDocument(query.Path, out var document))
            {
                if (await GhostTextVerifier.VerifyAsync(document, text, replace, insert, cancellationToken) is not { } verified) continue;
                if (verified.Length <= selected.Length) continue;
                insert = verified;
                reasons = reasons.Add("verified: parses, and every name in it binds");
            }

            if (shown.Any(other => other.Insert == insert)) continue;
            var whole = selected.Length > 0 ? insert : typed + insert;
            if (!query.IsExplicit && feedback.IsRefused(context, whole)) continue;
            if (await places.LikeAsync(snapshot, new CursorText(query.Path, text, word, cursor, rules), evidence, typed + proposal.Text, cancellationToken) is { } like) reasons = reasons.Add(like);
            var provenance = new Provenance("usage-counts", proposal.Context, reasons, clock.GetElapsedTime(began).TotalMilliseconds, Cost: 0);
            offers.Add(new Offer(word, cursor - word, whole, context, Math.Clamp(proposal.Confidence, 0, 1), provenance));
            shown.Add(new GhostText(insert, text.RangeOf(replace), Math.Clamp(proposal.Confidence, 0, 1), provenance));
            if (shown.Count == (query.IsExplicit ? MostAlternatives : 1)) break;
        }

        if (offers.Count > 0) feedback.NoteOffer(query.Path, text, [.. offers]);
        return shown.ToImmutable();
    }
}
