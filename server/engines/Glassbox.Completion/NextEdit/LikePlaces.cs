using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.NextEdit;

/// <summary>
/// The places for the last edits of one document in one snapshot, and which of them hold. What was found and verified is
/// kept as long as nothing changes: editors ask for actions at every move of the cursor.
/// </summary>
internal sealed class LikePlaces
{
    // Each is a fork that is bound; the next ones are looked at when the cursor comes nearer.
    private const int MostTried = 4;
    private const int MostTriedForAll = 40;

    private static readonly ConditionalWeakTable<EditTrail, LikePlaces> Known = [];

    private readonly ConcurrentDictionary<Place, Task<bool>> held = new();
    private readonly Solution solution;
    private readonly Document? document;
    private ImmutableArray<Place>? all;

    private LikePlaces(EditTrail trail, Solution solution, Document? document, ImmutableArray<Place> places)
    {
        Text = trail.Text;
        this.solution = solution;
        this.document = document;
        Places = places;
    }

    /// <summary>The text that the places are in.</summary>
    public SourceText Text { get; }

    /// <summary>In order, not verified.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>Finds them; null where there are none or nothing could be verified.</summary>
    public static async Task<LikePlaces?> OfAsync(RoslynSnapshot snapshot, DocumentPath path, EditTrail trail, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(trail, out var known) && ReferenceEquals(known.solution, snapshot.Solution)) return known.Places.IsEmpty ? null : known;
        if (!snapshot.TryGetDocument(path, out var document) && path.IsCSharp) return null;
        var found = new LikePlaces(trail, snapshot.Solution, document, await FindAsync(path, trail, document, cancellationToken));
        Known.AddOrUpdate(trail, found);
        return found.Places.IsEmpty ? null : found;
    }

    /// <summary>The first place after an offset that holds, around the end of the text.</summary>
    public async Task<Place?> NextAsync(int offset, CancellationToken cancellationToken)
    {
        var tried = 0;
        foreach (var place in Places.Where(place => place.End >= offset).Concat(Places.Where(place => place.End < offset)))
        {
            if (tried++ >= MostTried) return null;
            if (await HoldsAsync(place, cancellationToken)) return place;
        }

        return null;
    }

    /// <summary>All that hold together.</summary>
    public async Task<ImmutableArray<Place>> AllAsync(CancellationToken cancellationToken)
    {
        if (all is { } known) return known;
        var tries = MostTriedForAll;
        var chosen = await HoldingAsync(Places);
        // Each half may hold without the other.
        if (chosen.Length < Places.Length && !await HoldTogetherAsync(chosen, cancellationToken)) chosen = [];
        all = chosen;
        return chosen;

        async Task<ImmutableArray<Place>> HoldingAsync(ImmutableArray<Place> some)
        {
            if (some.IsEmpty || tries-- <= 0) return [];
            if (await HoldTogetherAsync(some, cancellationToken)) return some;
            if (some.Length == 1) return [];
            var half = some.Length / 2;
            return (await HoldingAsync(some[..half])).AddRange(await HoldingAsync(some[half..]));
        }
    }

    /// <summary>True when the edit can be made at a place.</summary>
    public Task<bool> HoldsAsync(Place place, CancellationToken cancellationToken)
    {
        if (document is null) return Task.FromResult(true);
        if (held.TryGetValue(place, out var known) && known.IsCompletedSuccessfully) return known;
        // Asked twice at once it is verified twice: cheaper than to wait for somebody else's request, which may be cancelled.
        return held[place] = EditVerifier.HoldsAsync(document, Text, [place], cancellationToken);
    }

    private Task<bool> HoldTogetherAsync(ImmutableArray<Place> places, CancellationToken cancellationToken) =>
        places.IsEmpty || document is null ? Task.FromResult(true) : EditVerifier.HoldsAsync(document, Text, places, cancellationToken);

    private static async Task<ImmutableArray<Place>> FindAsync(DocumentPath path, EditTrail trail, Document? document, CancellationToken cancellationToken)
    {
        var rules = LexicalRules.For(path);
        foreach (var source in trail.Sources)
        {
            if (document is not null)
            {
                var now = LexedText.Of(trail.Text, rules);
                if (TokenEdit.Of(source, now, rules) is { } edit && RenamePlaces.Names(edit) is var (from, to)
                    && await CSharpRename.FindAsync(document, now.Text, from, to, cancellationToken) is { IsEmpty: false } uses)
                {
                    return uses;
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (PlaceFinder.Find(trail, source, rules, withRenames: document is null) is { IsEmpty: false } places) return places;
        }

        return [];
    }
}
