using Glassbox.Completion.Corpus;
using Glassbox.Completion.Feedback;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// What was shown last. Whoever types what it says sees the rest of it, the same at every key: what would stand there in the end was
/// tried already. It holds as long as nothing else changed: no other character, no declaration, nothing that was learned of another
/// file.
/// </summary>
internal sealed class GhostMemory(LearnedDocuments learned)
{
    // Less is not worth a look.
    private const int Shortest = 2;

    private volatile Shown? last;

    /// <summary>Keeps what is shown, in place of what was.</summary>
    /// <param name="document">The document; null where nothing is bound.</param>
    /// <param name="at">The cursor.</param>
    /// <param name="shown">What is shown there.</param>
    /// <param name="offer">As it is noted.</param>
    /// <param name="version">What had been learned when it was written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task KeepAsync(Document? document, GhostCursor at, GhostText shown, Offer offer, long version, CancellationToken cancellationToken) =>
        last = new Shown(at.Path, at.Text, at.Cursor, shown, offer, await DeclarationsAsync(document, cancellationToken), version);

    /// <summary>Forgets it.</summary>
    public void Forget() => last = null;

    /// <summary>Forgets what was shown in a document.</summary>
    public void Forget(DocumentPath path)
    {
        if (last?.Path == path) last = null;
    }

    /// <summary>What is left of it at a cursor; null where something else was typed, or has changed.</summary>
    public async Task<(GhostText Ghost, Offer Offer)?> RestAsync(Document? document, GhostCursor at, double threshold, CancellationToken cancellationToken)
    {
        if (last is not { } shown || shown.Path != at.Path || shown.Ghost.Confidence < threshold || at.Selected.Length > 0) return null;
        var typed = at.Cursor - shown.Cursor;
        if (typed <= 0 || shown.Ghost.Insert.Length - typed < Shortest || at.Text.Length != shown.Text.Length + typed) return null;
        var rest = shown.Ghost.Insert[typed..];
        if (string.IsNullOrWhiteSpace(rest) || at.Text.ToString(new TextSpan(shown.Cursor, typed)) != shown.Ghost.Insert[..typed]) return null;
        if (!at.Text.WithChanges(new TextChange(new TextSpan(shown.Cursor, typed), "")).ContentEquals(shown.Text)) return null;
        if (!learned.IsUnchangedBut(at.Path, shown.Learned) || await DeclarationsAsync(document, cancellationToken) != shown.Declarations) return null;
        return (shown.Ghost with { Insert = rest, Replace = at.Text.RangeOf(at.Replace) }, shown.Offer with { Length = at.Cursor - shown.Offer.Start });
    }

    private static async Task<VersionStamp?> DeclarationsAsync(Document? document, CancellationToken cancellationToken) =>
        document is null ? null : await document.Project.GetDependentSemanticVersionAsync(cancellationToken);

    private sealed record Shown(DocumentPath Path, SourceText Text, int Cursor, GhostText Ghost, Offer Offer, VersionStamp? Declarations, long Learned);
}
