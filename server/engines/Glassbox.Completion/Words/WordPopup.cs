using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Describe;
using Glassbox.Completion.Lexing;
using Glassbox.Completion.Ranking;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Words;

/// <summary>Popup completion where no parser knows the language: the words of the document and of others of its kind.</summary>
internal sealed class WordPopup(LearnedDocuments learned, AnswerRing answers, TimeProvider clock)
{
    /// <summary>How far around the cursor words are collected; a 20 MB file is not read for each letter.</summary>
    private const int Reach = 128 * 1024;

    private const int ShortestWord = 2;
    private const int LongestWord = 80;
    private const double NearWeight = 40;
    private const double PerDoubling = 8;

    public CompletionAnswer Complete(SourceText text, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var cursor = text.OffsetAt(query.Position);
        var window = TextSpan.FromBounds(Math.Max(0, cursor - Reach), Math.Min(text.Length, cursor + Reach));
        var near = text.ToString(window);
        var at = cursor - window.Start;
        var start = IdentifierCharacters.StartOfWord(near, at);
        var typed = near[start..at];
        if (typed.Length == 0 && !query.IsExplicit) return CompletionAnswer.None(query.Position);
        if (typed.Length > 0 && char.IsDigit(typed[0])) return CompletionAnswer.None(query.Position);

        var rules = LexicalRules.For(query.Path);
        var words = Collect(near, start, at);
        foreach (var (number, count) in learned.Of(rules).Words())
        {
            var word = learned.Lexicon.TextOf(number);
            words[word] = words.TryGetValue(word, out var known) ? known with { Count = Math.Max(known.Count, count) } : new Word(count, int.MaxValue);
        }

        // The learned document holds the word that is being typed, too.
        if (words.TryGetValue(typed, out var self) && self.Distance == int.MaxValue && self.Count <= 1) words.Remove(typed);
        cancellationToken.ThrowIfCancellationRequested();

        var truncated = words.Count > settings.MaxItems;
        var ranked = words
            .Select(word => (Text: word.Key, Match: NameMatcher.Match(word.Key, typed), Score: Score(word.Value)))
            .Where(word => word.Match != NameMatch.None || !truncated)
            .OrderByDescending(word => (int)word.Match is var match && match >= (int)NameMatch.PrefixIgnoringCase ? (int)NameMatch.PrefixIgnoringCase : match)
            .ThenByDescending(word => word.Score)
            .ThenBy(word => word.Text, StringComparer.Ordinal)
            .Take(settings.MaxItems)
            .ToArray();

        var id = answers.Add(new WordAnswer(rules.Name, ranked.ToImmutableDictionary(word => word.Text, word => words[word.Text].Count, StringComparer.Ordinal)));
        var replace = new TextRange(text.PositionAt(window.Start + start), text.PositionAt(cursor));
        return new CompletionAnswer(
            replace,
            [.. ranked.Select((word, rank) => new CompletionCandidate(
                word.Text, CandidateKind.Text, "", null, rank.ToString("D6", CultureInfo.InvariantCulture), null, null, Preselect: false, [], word.Text))],
            truncated,
            id,
            Provenance.Local("words", clock.GetElapsedTime(began).TotalMilliseconds));
    }

    private static double Score(Word word) =>
        (PerDoubling * Math.Log2(1 + word.Count)) + (NearWeight / (1 + (Math.Min(word.Distance, Reach) / 400.0)));

    private static Dictionary<string, Word> Collect(string text, int wordStart, int cursor)
    {
        var words = new Dictionary<string, Word>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (IdentifierCharacters.PartLengthAt(text, at) == 0) continue;
            var end = IdentifierCharacters.EndOfWord(text, at);
            var length = end - at;
            if (length is >= ShortestWord and <= LongestWord && !char.IsDigit(text[at]) && !(at <= cursor && wordStart <= end && at == wordStart))
            {
                var word = text.AsSpan(at, length);
                var distance = Math.Abs(at - cursor);
                lookup[word] = lookup.TryGetValue(word, out var known) ? new Word(known.Count + 1, Math.Min(known.Distance, distance)) : new Word(1, distance);
            }

            at = end;
        }

        return words;
    }

    private readonly record struct Word(int Count, int Distance);
}
