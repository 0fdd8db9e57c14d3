using System.Collections.Immutable;
using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>Says why something is written.</summary>
internal static class GhostReason
{
    private const int MostTokens = 4;
    private const int MostSources = 3;

    /// <summary>A line for people, and the documents that speak most.</summary>
    public static (string Reason, ImmutableArray<string> Sources) Of(ContextEvidence evidence, ReadOnlySpan<int> context)
    {
        var places = new List<Occurrence>();
        evidence.Find(context, places);
        var sources = places.OrderByDescending(place => place.Weight).Select(evidence.DocumentOf).OfType<StoredDocument>()
            .Select(document => document.Source.Value).Distinct().Take(MostSources).ToImmutableArray();
        var words = new List<string>();
        for (var i = context.Length - 1; i >= 0 && words.Count < MostTokens && !Token.IsBreak(context[i]); i--)
        {
            var number = Token.NumberOf(context[i]);
            words.Insert(0, Lexicon.IsText(number) ? evidence.Buffer.TextOf(number) : "…");
        }

        var count = places.Count(place => place.Likeness.Alike >= Math.Min(2, words.Count));
        var times = count == 1 ? "once" : $"{count} times";
        return (words.Count == 0 ? $"seen {times} after such a line" : $"seen {times} after '{string.Join(' ', words)}'", sources);
    }
}
