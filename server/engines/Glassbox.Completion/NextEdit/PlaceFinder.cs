using System.Collections.Immutable;
using Glassbox.Completion.Lexing;

namespace Glassbox.Completion.NextEdit;

/// <summary>Where an edit can be made again in the same text, by tokens alone.</summary>
internal static class PlaceFinder
{
    private const int Most = 200;

    /// <summary>The places, in order, none over another; empty where the edit is not one to repeat.</summary>
    /// <param name="trail">What was done.</param>
    /// <param name="source">The edit.</param>
    /// <param name="rules">The language.</param>
    /// <param name="withRenames">Also renames by name alone; where names can be bound they are looked for elsewhere.</param>
    public static ImmutableArray<Place> Find(EditTrail trail, RecordedEdit source, LexicalRules rules, bool withRenames)
    {
        var now = LexedText.Of(trail.Text, rules);
        if (TokenEdit.Of(source, now, rules) is not { } edit) return [];
        var isRepeated = RenamePlaces.IsRepeated(edit, trail, source, rules);
        if (withRenames && RenamePlaces.Find(edit, isRepeated) is { } renames) return Settle(renames, source);
        // A rename that came to its end is no pattern besides.
        if (isRepeated) return [];
        if (edit.CrossesLines && InsertedLines.Find(edit) is { IsEmpty: false } inserted) return Settle(inserted, source);
        if (edit.CrossesLines && DeletedLines.Find(edit) is { IsEmpty: false } deleted) return Settle(deleted, source);
        if (CallPlaces.Find(edit) is { IsEmpty: false } calls) return Settle(calls, source);
        return Settle(LinePlaces.Find(edit), source);
    }

    private static ImmutableArray<Place> Settle(ImmutableArray<Place> found, RecordedEdit source)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var place in found.OrderBy(place => place.Start).ThenByDescending(place => place.Confidence))
        {
            if (places.Count >= Most) break;
            if (places.Count > 0 && (place.Start < places[^1].End || place.Start == places[^1].Start)) continue;
            // What was just edited is done; touching it is another place.
            if (place.Start < source.End && place.End > source.Start) continue;
            if (place.Length == 0 && source.NewLength == 0 && place.Start == source.Start) continue;
            places.Add(place);
        }

        return places.ToImmutable();
    }
}
