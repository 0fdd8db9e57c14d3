namespace Glassbox.Completion.Corpus;

/// <summary>What may come next, each text once, likeliest first.</summary>
internal sealed class Prediction
{
    // A local that could not be told is one of those used last: the nearest likeliest, and with this weight none of them.
    private const int LocalsTried = 6;
    private const double NoneOfThem = 0.5;

    private readonly Dictionary<int, int> at = [];
    private readonly List<(int Token, double Probability, double Best)> merged = [];

    private Prediction()
    {
    }

    /// <summary>The tokens with their probabilities, likeliest first. They sum to at most one.</summary>
    public IReadOnlyList<(int Token, double Probability, double Best)> Tokens => merged;

    /// <summary>Asks what comes behind a context.</summary>
    /// <param name="evidence">Who is asked.</param>
    /// <param name="context">Tokens, the nearest last.</param>
    /// <param name="occurrences">Cleared, then filled with the places that speak.</param>
    public static Prediction Of(ContextEvidence evidence, ReadOnlySpan<int> context, List<Occurrence> occurrences)
    {
        evidence.Find(context, occurrences);
        var prediction = new Prediction();
        foreach (var (token, probability) in NextTokens.Of(occurrences).Probabilities())
        {
            if (Token.NumberOf(token) != Lexicon.AnyLocal) prediction.Add(token, probability);
            else prediction.Spread(token, probability, evidence.RecentLocals);
        }

        prediction.merged.Sort(static (left, right) => right.Probability.CompareTo(left.Probability));
        prediction.at.Clear();
        for (var i = 0; i < prediction.merged.Count; i++) prediction.at[Token.NumberOf(prediction.merged[i].Token)] = i;
        return prediction;
    }

    /// <summary>The probability of a text by its number; 0 where nothing speaks for it.</summary>
    public double Of(int number) => number != 0 && at.TryGetValue(number, out var index) ? merged[index].Probability : 0;

    // The same text with and without a space before it is one decision; it is written as it mostly was.
    private void Add(int token, double probability)
    {
        var number = Token.NumberOf(token);
        if (at.TryGetValue(number, out var index))
        {
            var known = merged[index];
            merged[index] = (probability > known.Best ? token : known.Token, known.Probability + probability, Math.Max(known.Best, probability));
            return;
        }

        at[number] = merged.Count;
        merged.Add((token, probability, probability));
    }

    private void Spread(int token, double probability, IReadOnlyList<int> locals)
    {
        var count = Math.Min(LocalsTried, locals.Count);
        var total = NoneOfThem;
        for (var i = 0; i < count; i++) total += 1.0 / (i + 1);
        for (var i = 0; i < count; i++) Add(Token.Of(locals[i], TokenClass.Local, Token.HasSpace(token)), probability / (i + 1) / total);
    }
}
