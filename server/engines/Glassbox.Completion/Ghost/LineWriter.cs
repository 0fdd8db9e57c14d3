using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Goes on writing a line as the workspace would: at each token it looks for places that something like the line so far led to,
/// lets them vote with the names of this buffer, and keeps the likeliest few beginnings.
/// </summary>
internal sealed class LineWriter(ContextEvidence evidence)
{
    private const int MostTokens = 40;

    // Among words that begin as typed, the share of those that were never seen.
    private const double Unseen = 0.05;

    // Less likely next tokens end in lines that nobody would see.
    private const double LeastStep = 0.02;

    private readonly List<Occurrence> occurrences = [];

    /// <summary>The likeliest lines, best first.</summary>
    /// <param name="context">Tokens before the cursor, or before the word that it stands in; the nearest last.</param>
    /// <param name="fits">Which first tokens may follow the word at the cursor; null for any.</param>
    /// <param name="width">How many beginnings are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public List<WrittenLine> Write(int[] context, Func<int, bool>? fits, int width, CancellationToken cancellationToken)
    {
        var reach = context.AsSpan(Math.Max(0, context.Length - ContextEvidence.Longest));
        var live = new List<Beginning> { new([.. reach], reach.Length, 1) };
        var done = new List<WrittenLine>();
        for (var step = 0; step < MostTokens && live.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = new List<Beginning>();
            foreach (var beginning in live)
            {
                var before = next.Count;
                foreach (var (token, probability) in Next(beginning.Tokens, step == 0 ? fits : null))
                {
                    var reached = beginning.Probability * probability;
                    if (Token.IsBreak(token))
                    {
                        if (step > 0) done.Add(new WrittenLine([.. beginning.Tokens.Skip(beginning.Written)], reached, IsComplete: true));
                        continue;
                    }

                    if (Lexicon.IsText(Token.NumberOf(token))) next.Add(beginning.With(token, reached));
                }

                if (next.Count == before && step > 0) done.Add(new WrittenLine([.. beginning.Tokens.Skip(beginning.Written)], beginning.Probability, IsComplete: false));
            }

            var best = done.Where(line => line.IsComplete).Select(line => line.Probability).DefaultIfEmpty(0).Max();
            live = [.. next.Where(one => one.Probability > best).OrderByDescending(one => one.Probability).Take(width)];
        }

        return [.. done.OrderByDescending(line => line.IsComplete).ThenByDescending(line => line.Probability)];
    }

    // What may come next. Of what completes a word only that counts, and a share for what was never seen.
    private List<(int Token, double Probability)> Next(int[] context, Func<int, bool>? fits)
    {
        var next = new List<(int Token, double Probability)>();
        var sum = fits is null ? 1 : Unseen;
        foreach (var (token, probability, _) in Prediction.Of(evidence, context, occurrences).Tokens)
        {
            if (fits is null && probability < LeastStep) break;
            if (fits is not null && !fits(token)) continue;
            if (fits is not null) sum += probability;
            next.Add((token, probability));
        }

        if (fits is null) return next;
        return [.. next.Select(one => (one.Token, one.Probability / sum)).Where(one => one.Item2 >= LeastStep)];
    }

    private sealed record Beginning(int[] Tokens, int Written, double Probability)
    {
        public Beginning With(int token, double probability) => new([.. Tokens, token], Written, probability);
    }
}
