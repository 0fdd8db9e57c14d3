using System.Collections.Immutable;
using Glassbox.Completion.Feedback;
using Glassbox.Completion.Lexing;
using Glassbox.Completion.NextEdit;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion;

/// <summary>The user's last edit at the next place that looks alike. Changes come in order; questions may be asked at the same time.</summary>
public sealed class NextEditEngine : INextEditEngine
{
    private const string Engine = "next-edit";

    // More are verified when the action is taken: a menu must open at once.
    private const int MostVerifiedToList = 12;

    private readonly EditMemory memory = new();
    private readonly OfferBook shown = new();
    private readonly TimeProvider time;

    /// <summary>An engine that has seen no edit yet.</summary>
    /// <param name="clock">Measures latency; the system's by default.</param>
    public NextEditEngine(TimeProvider? clock = null) => time = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public ImmutableArray<AcceptedSuggestion> NoteChange(ISnapshot before, DocumentChange change, ISnapshot after)
    {
        if (TextOf(RoslynSnapshot.From(before), change.Path) is { } old && TextOf(RoslynSnapshot.From(after), change.Path) is { } now)
        {
            memory.Note(change, old, now);
            return Acceptances.Of(shown.NoteChange(old, change, now), change);
        }

        Forget(change.Path);
        return [];
    }

    /// <inheritdoc/>
    public void Forget(DocumentPath path)
    {
        memory.Forget(path);
        shown.Forget(path);
    }

    /// <inheritdoc/>
    public async Task<NextEditSuggestion?> SuggestAsync(
        ISnapshot snapshot, NextEditQuery query, NextEditSettings settings, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var known = RoslynSnapshot.From(snapshot);
        var version = known.VersionOf(query.Path);
        if (!settings.Enabled || (query.Version is { } asked && asked != version)) return null;
        if (await FindAsync(known, query.Path, cancellationToken) is not { } like) return null;
        if (await like.NextAsync(like.Text.OffsetAt(query.Position), cancellationToken) is not { } place) return null;
        var because = Because(query.Path, began, "as at the place that was edited last");
        NoteShown(query.Path, like.Text, place, because);
        return new NextEditSuggestion(query.Path, version, EditOf(like.Text, place), like.Places.Length, place.Confidence, because);
    }

    /// <inheritdoc/>
    public async Task<GhostText?> CompleteInlineAsync(ISnapshot snapshot, GhostTextQuery query, NextEditSettings settings, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var known = RoslynSnapshot.From(snapshot);
        // The popup's choice says what comes; the edit may say something else.
        if (!settings.Enabled || query.SelectedCompletion is { Length: > 0 }) return null;
        if (TextOf(known, query.Path) is not { } text || memory.Find(query.Path, text) is not { } trail) return null;
        var cursor = text.OffsetAt(query.Position);
        if ((Insertion(query.Path, trail, cursor, "") ?? Begun(query.Path, trail, cursor)) is not { } place) return null;
        if (!await HoldsAsync(known, query.Path, text, place, cancellationToken)) return null;
        var because = Because(query.Path, began, "as at the place that was edited before");
        NoteShown(query.Path, text, place, because);
        return new GhostText(place.NewText, text.RangeOf(new TextSpan(cursor, 0)), place.Confidence, because);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, NextEditSettings settings, CancellationToken cancellationToken)
    {
        var known = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled || await FindAsync(known, path, cancellationToken) is not { } like) return [];
        var offers = ImmutableArray.CreateBuilder<CodeActionOffer>();
        if (await like.NextAsync(like.Text.OffsetAt(range.Start), cancellationToken) is not { } next) return [];
        var line = like.Text.PositionAt(next.Start).Line + 1;
        offers.Add(Offer(FixScope.Finding, next.Start.ToString(), $"Apply the same edit at line {line}"));
        if (like.Places.Length > MostVerifiedToList) offers.Add(Offer(FixScope.Document, null, "Apply the same edit at all places in this document"));
        else if (like.Places.Length > 1 && await like.AllAsync(cancellationToken) is { Length: > 1 } all) offers.Add(Offer(FixScope.Document, null, $"Apply the same edit at all {all.Length} places"));
        return offers.ToImmutable();

        CodeActionOffer Offer(FixScope scope, string? place, string title) => new(
            new CodeActionId(CodeActionKind.NextEdit, path, known.VersionOf(path), scope, RuleId: null, Fingerprint: null, place), title, IsPreferred: false, [], DisabledReason: null);
    }

    /// <inheritdoc/>
    public async Task<CodeActionEdit> ResolveActionAsync(ISnapshot snapshot, CodeActionId action, NextEditSettings settings, CancellationToken cancellationToken)
    {
        var known = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled) return CodeActionEdit.Refused("Next-edit suggestions are switched off in the settings.");
        // The fence: what was listed for another text may mean another place.
        if (known.VersionOf(action.Path) != action.Version || await FindAsync(known, action.Path, cancellationToken) is not { } like)
            return CodeActionEdit.Refused($"{action.Path.Name} was changed since the edit was offered; it is offered anew where it still fits.");
        var places = action.Scope == FixScope.Document
            ? await like.AllAsync(cancellationToken)
            : like.Places.Where(place => place.Start.ToString() == action.FixId).ToImmutableArray();
        if (action.Scope != FixScope.Document && (places.Length != 1 || !await like.HoldsAsync(places[0], cancellationToken))) places = [];
        if (places.IsEmpty) return CodeActionEdit.Refused($"The same edit no longer fits there in {action.Path.Name}.");
        return new CodeActionEdit(
            [new DocumentEdits(action.Path, action.Version, [.. places.Select(place => EditOf(like.Text, place))])], Refusal: null, Fixed: 0, Left: 0);
    }

    private static SourceText? TextOf(RoslynSnapshot snapshot, DocumentPath path) => snapshot.Buffers.TryGetValue(path, out var buffer) ? buffer.Text : null;

    private static TextEdit EditOf(SourceText text, Place place) => new(text.RangeOf(new TextSpan(place.Start, place.Length)), place.NewText);

    // What the user began to type at the cursor is what came at the place before: the rest of it.
    private static Place? Begun(DocumentPath path, EditTrail trail, int cursor)
    {
        if (trail.Edits is not [.., { OldLength: 0 } begun] || begun.End != cursor || trail.Earlier is not { } earlier) return null;
        return Insertion(path, earlier, begun.Start, trail.Text.ToString(begun.NewSpan)) is { } place ? place with { Start = cursor } : null;
    }

    // Renames are left out: they replace, which no ghost text shows.
    private static Place? Insertion(DocumentPath path, EditTrail trail, int at, string typed)
    {
        var rules = LexicalRules.For(path);
        foreach (var source in trail.Sources)
        {
            var place = PlaceFinder.Find(trail, source, rules, withRenames: false)
                .FirstOrDefault(place => place.Length == 0 && place.Start == at && place.NewText.Length > typed.Length && place.NewText.StartsWith(typed, StringComparison.Ordinal));
            if (place is not null) return place with { NewText = place.NewText[typed.Length..] };
        }

        return null;
    }

    private static async Task<bool> HoldsAsync(RoslynSnapshot snapshot, DocumentPath path, SourceText text, Place place, CancellationToken cancellationToken) =>
        snapshot.TryGetDocument(path, out var document) ? await EditVerifier.HoldsAsync(document, text, [place], cancellationToken) : !path.IsCSharp;

    private async Task<LikePlaces?> FindAsync(RoslynSnapshot snapshot, DocumentPath path, CancellationToken cancellationToken) =>
        TextOf(snapshot, path) is { } text && memory.Find(path, text) is { } trail ? await LikePlaces.OfAsync(snapshot, path, trail, cancellationToken) : null;

    private void NoteShown(DocumentPath path, SourceText text, Place place, Provenance because) =>
        shown.Note(path, text, new Offer(place.Start, place.Length, place.NewText, Context: 0, place.Confidence, because));

    private Provenance Because(DocumentPath path, long began, string reason) =>
        new(Engine, [path.Value], [reason], time.GetElapsedTime(began).TotalMilliseconds, Cost: 0);
}
