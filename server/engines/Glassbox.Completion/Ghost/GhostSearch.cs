using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>Tries drafts, the most confident first, until enough of them hold in their place.</summary>
/// <param name="at">Where they are wanted.</param>
/// <param name="evidence">What speaks for them.</param>
/// <param name="writer">Writes them.</param>
/// <param name="verify">Tries one in its place; null where nothing can be tried.</param>
/// <param name="isChecked">What cannot be tried is not shown.</param>
/// <param name="session">What fits at the cursor, where it is known.</param>
/// <param name="threshold">Less confident ones are not shown.</param>
/// <param name="isExplicit">Somebody asked for it.</param>
internal sealed class GhostSearch(
    GhostCursor at, ContextEvidence evidence, GhostTextWriter writer, GhostSearch.Verify? verify, bool isChecked, PopupSession? session, double threshold, bool isExplicit)
{
    private const int MostAlternatives = 3;
    private const int ShortestText = 2;

    // A draft is checked by binding it; few are worth that. So often a name that means nothing is replaced by the next likely one.
    private const int MostVerified = 5;
    private const int MostRefused = 2;

    // Who asked for it waits a little longer.
    private const int MostVerifiedOnDemand = 14;
    private const int MostRefusedOnDemand = 6;

    private readonly TextStyle style = TextStyle.Of(at.Text, at.Cursor);
    private readonly List<GhostProposal> found = [];
    private readonly int mostVerified = isExplicit ? MostVerifiedOnDemand : MostVerified;
    private readonly int mostRefused = isExplicit ? MostRefusedOnDemand : MostRefused;
    private readonly int mostShown = isExplicit ? MostAlternatives : 1;
    private int verified;
    private int refused;
    private GhostDraft? part;

    /// <summary>Tries a text in its place.</summary>
    /// <param name="replace">What the proposal replaces.</param>
    /// <param name="insert">The proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public delegate Task<GhostVerdict> Verify(TextSpan replace, string insert, CancellationToken cancellationToken);

    /// <summary>What can be shown, the most confident first.</summary>
    /// <param name="isRefused">True for a text that the user did not want here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<GhostProposal>> FindAsync(Func<string, bool> isRefused, CancellationToken cancellationToken)
    {
        var drafts = Draft(cancellationToken);
        while (drafts.TryDequeue(out var draft) && draft.Confidence >= threshold && verified < mostVerified && found.Count < mostShown)
        {
            var rendering = GhostRendering.Of(draft, evidence.Buffer, style);
            if (rendering.Text.Trim().Length < ShortestText || found.Exists(other => other.Line == rendering.Text)) continue;
            if (!isExplicit && isRefused(Whole(rendering))) continue;
            var verdict = await TryWithMoreAsync(draft, rendering, cancellationToken);
            if (verdict is { Holds: false, BadAt: >= 0 } && ++refused <= mostRefused)
            {
                writer.Refuse(draft, TokenAt(rendering, verdict));
                drafts = Draft(cancellationToken);
            }
        }

        // Who asked for it has more of half a line than of nothing.
        if (isExplicit && found.Count == 0 && part is not null && GhostRendering.Of(part, evidence.Buffer, style) is { Text.Length: >= ShortestText } half)
            Keep(part, half, half, await TryAsync(half, cancellationToken));
        return found;
    }

    /// <summary>All that is written, from the beginning of the word at the cursor.</summary>
    public string Whole(GhostRendering rendering) => at.Typed + rendering.Text;

    // A header holds only with its body, and a line may surely be followed by others: with them it is tried as well.
    private async Task<GhostVerdict> TryWithMoreAsync(GhostDraft draft, GhostRendering rendering, CancellationToken cancellationToken)
    {
        var verdict = GhostVerdict.Wrong;
        if (string.IsNullOrWhiteSpace(at.After) && writer.Extend(draft, cancellationToken) is { } longer && longer.Confidence >= threshold)
        {
            var block = GhostRendering.Of(longer, evidence.Buffer, style);
            if (Keep(longer, block, rendering, verdict = await TryAsync(block, cancellationToken))) return verdict;
        }

        // What is wrong in its first line is wrong without the others.
        if (verdict.BadAt < 0 || verdict.BadAt >= at.Selected.Length + rendering.Text.Length) verdict = await TryAsync(rendering, cancellationToken);
        if (Keep(draft, rendering, rendering, verdict)) return verdict;
        if (verdict.BadAt > 0) part ??= GhostTextWriter.UpTo(draft, TokenAt(rendering, verdict));
        return verdict;
    }

    private Queue<GhostDraft> Draft(CancellationToken cancellationToken) => new(writer.Draft(at.Typed, at.Selected.Length > 0, at.After, at.BeforeWord, session, cancellationToken));

    private int TokenAt(GhostRendering rendering, GhostVerdict verdict) => rendering.TokenAt(verdict.BadAt - at.Selected.Length);

    private async Task<GhostVerdict> TryAsync(GhostRendering rendering, CancellationToken cancellationToken)
    {
        if (verify is null) return isChecked ? GhostVerdict.Wrong : GhostVerdict.Right;
        verified++;
        return await verify(at.Replace, at.Selected + rendering.Text, cancellationToken);
    }

    private bool Keep(GhostDraft draft, GhostRendering rendering, GhostRendering line, GhostVerdict verdict)
    {
        if (verdict.Holds) found.Add(new GhostProposal(draft, rendering, verdict, line.Text));
        return verdict.Holds;
    }
}
