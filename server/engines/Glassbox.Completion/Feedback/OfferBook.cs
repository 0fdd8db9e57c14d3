using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>
/// What was shown last in each open document, and what the changes of its text say about that: no client tells what its user
/// took. Thread-safe; changes of one document come in their order.
/// </summary>
internal sealed class OfferBook
{
    private const int MostDocuments = 64;
    private const int MostTaken = 16;

    // Whoever replaces so much at once says nothing about a line in it.
    private const int LargestEdit = 2000;

    private readonly Dictionary<DocumentPath, Page> pages = [];
    private readonly Lock gate = new();
    private long last;

    /// <summary>Notes what was shown at one place; it replaces what was shown in the document before.</summary>
    /// <param name="path">The document.</param>
    /// <param name="text">The text that it was made for.</param>
    /// <param name="offers">The text that was shown, and its alternatives.</param>
    public void Note(DocumentPath path, SourceText text, params ReadOnlySpan<Offer> offers)
    {
        lock (gate)
        {
            if (PageOf(path, text) is not { } page) return;
            var open = ImmutableArray.CreateBuilder<OpenOffer>(offers.Length);
            foreach (var offer in offers)
            {
                var fresh = OpenOffer.Of(++last, offer, text);
                // While it is being taken, what is left of it is shown again: that is still the one offer.
                open.Add(page.Open.FirstOrDefault(known => known.IsSame(fresh)) ?? fresh);
            }

            pages[path] = page with { Open = open.ToImmutable() };
        }
    }

    /// <summary>Notes what a popup offers.</summary>
    public void NotePopup(DocumentPath path, SourceText text, PopupOffer popup)
    {
        lock (gate)
        {
            if (PageOf(path, text) is { } page) pages[path] = page with { Popup = popup };
        }
    }

    /// <summary>Reads what a change says.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="change">The change.</param>
    /// <param name="after">The text after.</param>
    public ImmutableArray<OfferOutcome> NoteChange(SourceText before, DocumentChange change, SourceText after)
    {
        lock (gate)
        {
            if (!pages.TryGetValue(change.Path, out var page)) return [];
            // Invariant: a page belongs to one text. Where a change was missed, nothing is known any more.
            if (!ReferenceEquals(page.Text, before) || change.Edits.Any(edit => edit.Length > LargestEdit && edit.NewText.Length < edit.Length / 2))
            {
                pages[change.Path] = new Page(after);
                return [];
            }

            var outcomes = ImmutableArray.CreateBuilder<OfferOutcome>();
            for (var i = 0; i < change.Edits.Length; i++)
            {
                var edit = change.Edits[i];
                var next = i == change.Edits.Length - 1 ? after : page.Text.WithChanges(new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText));
                page = page.After(TrimmedEdit.Of(page.Text, edit, next), outcomes);
            }

            pages[change.Path] = page with { Text = after };
            return outcomes.ToImmutable();
        }
    }

    /// <summary>Forgets what was shown in a document.</summary>
    public void Forget(DocumentPath path)
    {
        lock (gate) pages.Remove(path);
    }

    // Null where the text has changed since: what is shown then is not what was asked for, and clients drop it.
    private Page? PageOf(DocumentPath path, SourceText text)
    {
        if (pages.TryGetValue(path, out var known)) return ReferenceEquals(known.Text, text) ? known : null;
        if (pages.Count >= MostDocuments) pages.Remove(pages.Keys.First());
        return new Page(text);
    }

    private sealed record Page(SourceText Text)
    {
        public ImmutableArray<OpenOffer> Open { get; init; } = [];

        public ImmutableArray<TakenText> Taken { get; init; } = [];

        public PopupOffer? Popup { get; init; }

        public Page After(in TrimmedEdit edit, ImmutableArray<OfferOutcome>.Builder outcomes)
        {
            if (edit is { Length: 0, NewLength: 0 }) return this with { Text = edit.After };
            var taken = Follow(edit, outcomes);
            var (popup, picked) = Popup?.After(edit) ?? (null, null);
            if (picked is not null) outcomes.Add(new OfferOutcome(OfferEnd.Picked, Popup!.Context, picked, picked.Length, Id: 0, Offer: null));
            var open = ImmutableArray.CreateBuilder<OpenOffer>(Open.Length);
            var passed = new List<OpenOffer>();
            foreach (var one in Open)
            {
                var (now, end) = one.After(edit, picked is not null);
                if (end == OfferEnd.TypedPast) passed.Add(one);
                if (end == OfferEnd.Taken)
                {
                    var text = now!.Text[now.TakenFrom..now.Present];
                    outcomes.Add(new OfferOutcome(OfferEnd.Taken, one.Offer.Context, text, now.Present, one.Id, one.Offer) { IsFirst = one.TakenFrom < 0, IsWhole = now.Present == now.Text.Length });
                    taken = taken.RemoveAll(known => known.Of.Id == one.Id).Add(new TakenText(now, text, now.Start + now.TakenFrom, text.Length));
                    if (taken.Length > MostTaken) taken = taken.RemoveAt(0);
                }

                if (now is not null && now.Present < now.Text.Length) open.Add(now);
            }

            // Who goes on with one of several shown has not typed past the others.
            if (open.Count == 0 && !taken.Any(known => Open.Any(one => one.Id == known.Of.Id)))
            {
                foreach (var one in passed) outcomes.Add(new OfferOutcome(OfferEnd.TypedPast, one.Offer.Context, one.Offer.Text, one.AgreedWith(edit.After), one.Id, one.Offer));
            }

            return new Page(edit.After) { Open = open.ToImmutable(), Taken = taken, Popup = popup };
        }

        private ImmutableArray<TakenText> Follow(in TrimmedEdit edit, ImmutableArray<OfferOutcome>.Builder outcomes)
        {
            if (Taken.IsEmpty) return Taken;
            var kept = ImmutableArray.CreateBuilder<TakenText>(Taken.Length);
            foreach (var one in Taken)
            {
                var now = one.After(edit);
                if (now.Length == one.Length && now.Start != one.Start || now == one || !now.IsGone(edit.After)) kept.Add(now);
                else outcomes.Add(new OfferOutcome(OfferEnd.Removed, one.Of.Offer.Context, one.Of.Offer.Text, Agreed: 0, one.Of.Id, one.Of.Offer));
            }

            return kept.ToImmutable();
        }
    }
}
