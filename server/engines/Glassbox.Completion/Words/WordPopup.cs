using System.Collections.Frozen;
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

/// <summary>
/// Popup completion where no parser knows the language: the words of the document and of others of its kind, in the order in which
/// the workspace's own contexts make them likely. Nothing is bound, and nothing claims to be.
/// </summary>
internal sealed class WordPopup(LearnedDocuments learned, AnswerRing answers, TimeProvider clock)
{
    /// <summary>How far around the cursor words are collected; a 20 MB file is not read for each letter.</summary>
    private const int Reach = 128 * 1024;

    // The popup marks what comes more often than not.
    private const double Likely = 0.5;

    public CompletionAnswer Complete(SourceText text, CompletionQuery query, CompletionSettings settings, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var cursor = text.OffsetAt(query.Position);
        var window = TextSpan.FromBounds(Math.Max(0, cursor - Reach), Math.Min(text.Length, cursor + Reach));
        var near = text.ToString(window);
        var at = cursor - window.Start;
        var rules = LexicalRules.For(query.Path);
        var start = rules.StartOfWord(near.AsSpan(0, at), at);
        var typed = near[start..at];
        if (typed.Length > 0 && char.IsDigit(typed[0])) return CompletionAnswer.None(query.Position);
        // Without a word there is something to say only where little fits.
        if (typed.Length == 0 && !query.IsExplicit && !MayBegin(near, at, rules)) return CompletionAnswer.None(query.Position);

        var place = TextPlace.After(near.AsSpan(0, start), rules);
        if (typed.Length == 0 && !query.IsExplicit && !place.IsMember && place.Quote < 0) return CompletionAnswer.None(query.Position);
        cancellationToken.ThrowIfCancellationRequested();

        var evidence = EvidenceAt(text, query.Path, window.Start, near, start, at, place, rules);
        var prediction = evidence.AtCursor;
        var offered = place.Quote >= 0 ? StringWords.Of(prediction, evidence.Buffer, near[place.Quote..at], typed) : [];
        var onlyStrings = typed.Length == 0 && !query.IsExplicit && place.Quote >= 0;
        if (onlyStrings && offered.Count == 0) return CompletionAnswer.None(query.Position);
        cancellationToken.ThrowIfCancellationRequested();

        var onlyMembers = typed.Length == 0 && place.IsMember;
        if (!onlyStrings)
        {
            var words = new WordSource(learned, evidence, rules).At(place, BufferWords.Of(near, start, at, rules), typed);
            var scores = new WordScores(place.IsNote ? null : prediction, evidence.Buffer, place.IsMember, Reach);
            var known = offered.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var (word, facts) in words)
            {
                if ((onlyMembers && facts.Uses.AsMember == 0) || known.Contains(word)) continue;
                var probability = scores.ProbabilityOf(word);
                var kind = WordKinds.Of(word, facts.Uses, rules.IsKeyword(word), rules);
                offered.Add(new OfferedWord(word, kind, facts, NameMatcher.Match(word, typed), scores.Of(facts, probability), probability));
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        var truncated = offered.Count > settings.MaxItems;
        if (truncated) offered.RemoveAll(static word => word.Match == NameMatch.None);
        offered.Sort(static (left, right) => OfferedWord.Compare(left, right));
        if (offered.Count > settings.MaxItems) offered.RemoveRange(settings.MaxItems, offered.Count - settings.MaxItems);

        var total = WordScores.Total(offered, typed);
        var id = answers.Add(new WordAnswer(offered.ToFrozenDictionary(word => word.Text, word => word.Facts, StringComparer.Ordinal), evidence));
        var replace = new TextRange(text.PositionAt(window.Start + start), text.PositionAt(cursor));
        return new CompletionAnswer(
            replace,
            [.. offered.Select((word, rank) => new CompletionCandidate(
                word.Text, word.Kind, "", null, rank.ToString("D6", CultureInfo.InvariantCulture), null, null, Preselect: false, [], word.Text)
            {
                IsLikely = word.Probability / total >= Likely && word.Match >= NameMatch.PrefixIgnoringCase,
            })],
            truncated || onlyMembers || onlyStrings,
            id,
            Provenance.Local("words", clock.GetElapsedTime(began).TotalMilliseconds));
    }

    // Cheap, for it is asked after every space.
    private static bool MayBegin(string near, int at, LexicalRules rules) =>
        at > 0 && ((rules.MemberOperators.Length > 0 && near[at - 1] is '.' or ':' or '>') || rules.Quotes.Contains(near[at - 1]) || near[at - 1] == '/');

    // In a string the string as a whole is what comes next.
    private ContextEvidence EvidenceAt(SourceText text, DocumentPath path, int offset, string near, int start, int at, TextPlace place, LexicalRules rules)
    {
        var end = rules.EndOfWord(near, at);
        if (place.Quote < 0) return learned.EvidenceAt(path, text, offset + start, offset + end, rules);
        while (end < near.Length && near[end] is not ('\r' or '\n') && near[end] != near[place.Quote]) end++;
        if (end < near.Length && near[end] == near[place.Quote]) end++;
        return learned.EvidenceAt(path, text, offset + place.Quote, offset + end, rules);
    }
}
