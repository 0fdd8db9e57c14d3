using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>
/// What the user took, typed past and took out again, by kind of place; in memory, for as long as the document where it happened
/// is open. It holds hashes of texts and no more than the newest few thousand verdicts. What is forgotten is taken away exactly.
/// </summary>
internal sealed class UserFeedback
{
    private const int MostVerdicts = 4096;
    private const int MostIgnored = 3;

    // What one verdict makes of a vote, and how far many can take it.
    private const double Gain = 1.5;
    private const double Loss = 0.5;
    private const double LeastFactor = 0.125;
    private const double GreatestFactor = 4;

    private readonly OfferBook book = new();
    private readonly Queue<Verdict> verdicts = [];
    private readonly Dictionary<(ulong Context, ulong Text), Tally> texts = [];
    private readonly Dictionary<(ulong Context, ulong Token), Tally> tokens = [];
    private readonly Dictionary<ulong, int> contexts = [];
    private readonly Lock gate = new();
    private long version;

    /// <summary>Grows with every verdict that is learned or forgotten.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Notes ghost text that was shown, with its alternatives.</summary>
    public void NoteOffer(DocumentPath path, SourceText text, params ReadOnlySpan<Offer> offers) => book.Note(path, text, offers);

    /// <summary>Notes the names that a popup offers.</summary>
    public void NoteOffer(DocumentPath path, SourceText text, PopupOffer popup) => book.NotePopup(path, text, popup);

    /// <summary>Learns from a change; returns what was taken by it.</summary>
    public ImmutableArray<AcceptedSuggestion> NoteChange(SourceText before, DocumentChange change, SourceText after)
    {
        var outcomes = book.NoteChange(before, change, after);
        if (outcomes.IsEmpty) return [];
        lock (gate)
        {
            foreach (var outcome in outcomes) Learn(change.Path, outcome);
        }

        return Acceptances.Of(outcomes, change);
    }

    /// <summary>Forgets what was shown in a document and what was learned from it.</summary>
    public void Forget(DocumentPath path)
    {
        book.Forget(path);
        lock (gate)
        {
            for (var left = verdicts.Count; left > 0; left--)
            {
                var verdict = verdicts.Dequeue();
                if (verdict.Path == path) Count(verdict, -1);
                else verdicts.Enqueue(verdict);
            }
        }
    }

    /// <summary>True when something was learned at such a place.</summary>
    public bool Knows(ulong contextKey)
    {
        lock (gate) return contexts.ContainsKey(contextKey);
    }

    /// <summary>What the vote for a token at such a place is to be multiplied with: 1 where nothing was learned.</summary>
    public double FactorOf(ulong contextKey, ReadOnlySpan<char> nextToken)
    {
        var key = (contextKey, StableHash.Of(nextToken));
        Tally tally;
        lock (gate) tally = tokens.GetValueOrDefault(key);
        return tally == default ? 1 : Math.Clamp(Math.Pow(Gain, tally.Taken) * Math.Pow(Loss, tally.Removed + (tally.Passed / MostIgnored)), LeastFactor, GreatestFactor);
    }

    /// <summary>True when a text is not to be offered at such a place: it was taken out again, or typed past several times.</summary>
    public bool IsRefused(ulong contextKey, ReadOnlySpan<char> text)
    {
        var key = (contextKey, StableHash.Of(text));
        Tally tally;
        lock (gate) tally = texts.GetValueOrDefault(key);
        // Whoever keeps it mostly has changed their mind once.
        return (tally.Removed > 0 && tally.Removed * 2 >= tally.Taken) || tally.Passed >= MostIgnored * (1 + tally.Taken);
    }

    private void Learn(DocumentPath path, OfferOutcome outcome)
    {
        // Several steps may take one offer.
        if (outcome is { End: OfferEnd.Taken, IsFirst: false }) return;
        var first = outcome.End == OfferEnd.Picked ? outcome.Text : FirstToken(outcome.Offer!.Text);
        var verdict = new Verdict(
            path,
            outcome.Context,
            outcome.Offer is { } offer ? StableHash.Of(offer.Text) : null,
            // Whoever typed the first token agrees with that much.
            outcome.End == OfferEnd.TypedPast && outcome.Agreed >= first.Length ? null : StableHash.Of(first),
            outcome.End);
        verdicts.Enqueue(verdict);
        Count(verdict, 1);
        if (verdicts.Count > MostVerdicts) Count(verdicts.Dequeue(), -1);
    }

    private void Count(Verdict verdict, int sign)
    {
        Interlocked.Increment(ref version);
        if (verdict.Text is { } text) Count(texts, (verdict.Context, text), verdict.End, sign);
        if (verdict.Token is { } token) Count(tokens, (verdict.Context, token), verdict.End, sign);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(contexts, verdict.Context, out _);
        known += sign;
        if (known == 0) contexts.Remove(verdict.Context);
    }

    private static void Count(Dictionary<(ulong, ulong), Tally> table, (ulong, ulong) key, OfferEnd end, int sign)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _);
        tally = tally.With(end, sign);
        if (tally == default) table.Remove(key);
    }

    private static string FirstToken(string text)
    {
        var from = 0;
        while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
        return text[from..Math.Min(text.Length, Math.Max(from + 1, IdentifierCharacters.EndOfWord(text, from)))];
    }

    private readonly record struct Tally(int Taken, int Passed, int Removed)
    {
        public Tally With(OfferEnd end, int sign) => end switch
        {
            OfferEnd.Taken or OfferEnd.Picked => this with { Taken = Taken + sign },
            OfferEnd.TypedPast => this with { Passed = Passed + sign },
            _ => this with { Removed = Removed + sign },
        };
    }
}
