using Glassbox.Completion.Corpus;
using Glassbox.Completion.CSharp;
using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Ghost;

/// <summary>What the token at the cursor may be, where more is known of it than what its context makes likely.</summary>
internal static class FirstTokens
{
    private const int Most = 8;

    // Among words that begin as typed, the share of those that were never seen.
    private const double Unseen = 0.05;

    /// <summary>Words that complete what is typed.</summary>
    public static List<(int Token, double Probability)> Completing(string typed, ContextEvidence evidence)
    {
        var found = new List<(int Token, double Probability)>();
        var sum = Unseen;
        foreach (var (token, probability) in evidence.AtCursor.Tokens)
        {
            if (!Lexicon.IsText(Token.NumberOf(token))) continue;
            var text = evidence.Buffer.TextOf(Token.NumberOf(token));
            if (text.Length <= typed.Length || !text.StartsWith(typed, StringComparison.Ordinal)) continue;
            sum += probability;
            if (found.Count < Most) found.Add((token, probability));
        }

        return [.. found.Select(one => (one.Token, one.Probability / sum))];
    }

    /// <summary>
    /// The names that the popup would offer, with its probabilities. Behind a dot that is all that fits; elsewhere they share what the
    /// context leaves to names.
    /// </summary>
    public static List<(int Token, double Probability)> Of(PopupSession session, ContextEvidence evidence)
    {
        var member = session.Site.Is(SitePlace.Member);
        var found = new List<(int Token, double Probability)>();
        var share = member ? 1.0 : 0;
        if (!member)
        {
            foreach (var (token, probability) in evidence.AtCursor.Tokens)
            {
                if (Token.IsName(token)) share += probability;
                else found.Add((token, probability));
            }
        }

        var names = session.Entries.Select((entry, index) => (entry, Score: session.Scores[index]))
            .Where(one => one.entry.Kind is not (CandidateKind.Keyword or CandidateKind.Snippet) && one.entry.Insert is null).ToList();
        if (names.Count > 0)
        {
            var best = names.Max(one => one.Score);
            var sum = names.Sum(one => Math.Exp(one.Score - best));
            foreach (var (entry, score) in names.OrderByDescending(one => one.Score).Take(Most))
            {
                if (entry.Label.Contains('.', StringComparison.Ordinal)) continue;
                var kind = char.IsUpper(entry.Label[0]) || member ? TokenClass.Name : TokenClass.Local;
                found.Add((Token.Of(evidence.Buffer.NumberOf(entry.Label), kind, SpaceBefore(session)), share * Math.Exp(score - best) / sum));
            }
        }

        found.Sort(static (left, right) => right.Probability.CompareTo(left.Probability));
        return found;
    }

    private static bool SpaceBefore(PopupSession session) =>
        session.Site.WordStart > 0 && session.Site.Text[session.Site.WordStart - 1] is var before && !char.IsWhiteSpace(before) && before is not ('.' or '(' or '[' or '<' or '!' or '{');
}
