using Glassbox.Completion.Corpus.Choice;

namespace Glassbox.Completion.Corpus;

/// <summary>What may come next, each text once, likeliest first.</summary>
internal sealed class Prediction
{
    // A local that could not be told is one of those used last: the nearest likeliest, and with this weight none of them.
    private const double NoneOfThem = 0.5;
    private const int LocalsTried = 12;

    // Others have no share worth mentioning.
    private const int MostCandidates = 48;

    // Where so much speaks for a local, every one in scope may be meant.
    private const double ShareOfLocals = 0.02;

    private readonly Dictionary<int, int> at = [];
    private readonly List<(int Token, double Probability)> tokens = [];

    private Prediction()
    {
    }

    /// <summary>The tokens with their probabilities, likeliest first. They sum to at most one.</summary>
    public IReadOnlyList<(int Token, double Probability)> Tokens => tokens;

    /// <summary>Asks what comes behind a context.</summary>
    /// <param name="evidence">Who is asked.</param>
    /// <param name="context">Tokens, the nearest last.</param>
    /// <param name="occurrences">Cleared, then filled with the places that speak.</param>
    public static Prediction Of(ContextEvidence evidence, ReadOnlySpan<int> context, List<Occurrence> occurrences)
    {
        var candidates = Candidates(evidence, context, occurrences);
        var prediction = new Prediction();
        if (evidence.Features is { } features)
        {
            var probabilities = TokenWeights.Probabilities(features.Read(context, occurrences, candidates), TokenFeatures.BucketOf(occurrences));
            for (var i = 0; i < candidates.Count; i++) prediction.tokens.Add((candidates[i].Token, probabilities[i]));
        }
        else
        {
            foreach (var candidate in candidates) prediction.tokens.Add((candidate.Token, candidate.Share));
        }

        prediction.tokens.Sort(static (left, right) => right.Probability.CompareTo(left.Probability));
        for (var i = 0; i < prediction.tokens.Count; i++) prediction.at[Token.NumberOf(prediction.tokens[i].Token)] = i;
        return prediction;
    }

    /// <summary>What may come behind a context, each text once, by what places say alone.</summary>
    /// <inheritdoc cref="Of(ContextEvidence, ReadOnlySpan{int}, List{Occurrence})"/>
    public static List<NextToken> Candidates(ContextEvidence evidence, ReadOnlySpan<int> context, List<Occurrence> occurrences)
    {
        evidence.Find(context, occurrences);
        var merged = new Merged();
        var (spaced, close) = (0.0, 0.0);
        var scope = evidence.Features?.Locals ?? evidence.RecentLocals;
        foreach (var (token, votes, levels) in evidence.SharesOf(occurrences))
        {
            if (Token.ClassOf(token) == TokenClass.Local && Token.HasSpace(token)) spaced += votes;
            else if (Token.ClassOf(token) == TokenClass.Local) close += votes;
            if (Token.NumberOf(token) != Lexicon.AnyLocal) merged.Add(token, votes, levels);
            else Spread(merged, token, votes, levels, scope);
        }

        if (evidence.Features is not null && spaced + close > ShareOfLocals)
        {
            foreach (var local in scope) merged.AddIfMissing(Token.Of(local, TokenClass.Local, spaced > close));
        }

        return merged.Best(MostCandidates);
    }

    /// <summary>The probability of a text by its number; 0 where nothing speaks for it.</summary>
    public double Of(int number) => number != 0 && at.TryGetValue(number, out var index) ? tokens[index].Probability : 0;

    private static void Spread(Merged merged, int token, double votes, double levels, IReadOnlyList<int> locals)
    {
        var count = Math.Min(LocalsTried, locals.Count);
        var total = NoneOfThem;
        for (var i = 0; i < count; i++) total += 1.0 / (i + 1);
        for (var i = 0; i < count; i++) merged.Add(Token.Of(locals[i], TokenClass.Local, Token.HasSpace(token)), votes / (i + 1) / total, levels / (i + 1) / total);
    }

    // The same text with and without a space before it is one decision; it is written as it mostly was.
    private sealed class Merged
    {
        private readonly Dictionary<int, int> at = [];
        private readonly List<NextToken> all = [];
        private readonly List<NextToken> silent = [];

        public void Add(int token, double votes, double levels)
        {
            var share = (votes + levels) / 2;
            if (!at.TryGetValue(Token.NumberOf(token), out var index))
            {
                at[Token.NumberOf(token)] = all.Count;
                all.Add(new NextToken(token, votes, levels, share));
                return;
            }

            var known = all[index];
            all[index] = new NextToken(share > known.Best ? token : known.Token, known.Votes + votes, known.Levels + levels, Math.Max(known.Best, share));
        }

        public void AddIfMissing(int token)
        {
            if (!at.ContainsKey(Token.NumberOf(token))) silent.Add(new NextToken(token, 0, 0, 0));
        }

        public List<NextToken> Best(int most)
        {
            // Equal ones in an order that does not depend on chance.
            all.Sort(static (left, right) => right.Share.CompareTo(left.Share) is var order and not 0 ? order : left.Token.CompareTo(right.Token));
            return [.. all.Take(most), .. silent];
        }
    }
}
