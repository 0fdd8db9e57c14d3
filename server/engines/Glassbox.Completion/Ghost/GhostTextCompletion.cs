using System.Collections.Immutable;
using Glassbox.Completion.Counts;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Ghost text from the workspace's own token sequences.</summary>
internal sealed class GhostTextCompletion(LearnedDocuments learned, TimeProvider clock)
{
    // Enough for the longest context, and for a comment or string of usual length to be seen from its beginning.
    private const int Reach = 4096;
    private const int LongestRest = 512;

    public async Task<ImmutableArray<GhostText>> CompleteAsync(
        RoslynSnapshot snapshot, SourceText text, GhostTextQuery query, GhostTextSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var cursor = text.OffsetAt(query.Position);
        var before = text.ToString(TextSpan.FromBounds(LineStart(text, Math.Max(0, cursor - Reach)), cursor));
        var end = cursor;
        while (end < text.Length && end - cursor < LongestRest && text[end] is not ('\r' or '\n')) end++;
        var after = text.ToString(TextSpan.FromBounds(cursor, end));

        var replace = new TextSpan(cursor, 0);
        var selected = query.SelectedCompletion ?? "";
        if (selected.Length > 0)
        {
            var start = IdentifierCharacters.StartOfWord(before, before.Length);
            replace = TextSpan.FromBounds(cursor - (before.Length - start), cursor);
            before = before[..start] + selected;
        }

        var rules = LexicalRules.For(query.Path);
        if (GhostTextWriter.Write(before, after, rules, settings.Threshold, Look) is not { } proposal) return [];

        var insert = selected + proposal.Text;
        var reasons = ImmutableArray.Create(proposal.Reason);
        if (rules.IsCSharp && snapshot.TryGetDocument(query.Path, out var document))
        {
            if (await GhostTextVerifier.VerifyAsync(document, text, replace, insert, cancellationToken) is not { } verified) return [];
            if (verified.Length <= selected.Length) return [];
            insert = verified;
            reasons = reasons.Add("verified: parses, and every name in it binds");
        }

        var provenance = new Provenance("usage-counts", [], reasons, clock.GetElapsedTime(began).TotalMilliseconds, Cost: 0);
        return [new GhostText(insert, text.RangeOf(replace), Math.Clamp(proposal.Confidence, 0, 1), provenance)];

        TokenEvidence Look(int written)
        {
            // The popup's selected text replaces the word that it completes.
            var wordStart = selected.Length > 0 ? replace.Start : cursor - written;
            return learned.EvidenceAt(query.Path, text, wordStart, cursor, rules);
        }
    }

    private static int LineStart(SourceText text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n')) at--;
        return at;
    }
}
