using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>
/// Goes on writing a line as the workspace would: at each token it looks for places that something like the line so far led to,
/// lets them vote with the names of this buffer, and keeps the likeliest few beginnings.
/// </summary>
/// <param name="evidence">What the workspace and the buffer say.</param>
/// <param name="guide">Leads to names that mean something; null where nothing is bound.</param>
internal sealed class LineWriter(ContextEvidence evidence, NameGuide? guide = null)
{
    private const int MostTokens = 40;

    // Less likely next tokens end in lines that nobody would see.
    private const double LeastStep = 0.02;

    private readonly List<Occurrence> occurrences = [];
    private readonly HashSet<(int Hash, int Number)> refused = [];

    // After a refusal most is asked again.
    private readonly Dictionary<ulong, List<(int Token, double Probability)>> known = [];

    /// <summary>Never again goes on with a token behind some others, because there it means nothing.</summary>
    /// <param name="written">What was written before it.</param>
    /// <param name="number">The token's number.</param>
    public void Refuse(ReadOnlySpan<int> written, int number) => refused.Add((HashOf(written), number));

    /// <summary>The likeliest lines, best first, the complete ones before others.</summary>
    /// <param name="context">Tokens before the cursor, or before the word that it stands in; the nearest last.</param>
    /// <param name="first">What the first token may be, with probabilities; null for whatever the context makes likely.</param>
    /// <param name="width">How many beginnings are kept.</param>
    /// <param name="slack">A beginning is given up when a whole line is so many times likelier.</param>
    /// <param name="least">Less likely lines are of no use: a beginning is given up where it cannot become a likelier one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public List<WrittenLine> Write(
        ReadOnlySpan<int> context, IReadOnlyList<(int Token, double Probability)>? first, int width, double slack, double least, CancellationToken cancellationToken)
    {
        var reach = context[Math.Max(0, context.Length - ContextEvidence.Longest)..];
        var live = new List<Beginning> { new(reach.ToArray(), reach.Length, 1) };
        var done = new List<WrittenLine>();
        var best = 0.0;
        for (var step = 0; step < MostTokens && live.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = new List<Beginning>();
            foreach (var beginning in live)
            {
                var before = next.Count;
                foreach (var (token, probability) in step == 0 && first is not null ? Allowed(beginning, first) : Next(beginning))
                {
                    var reached = beginning.Probability * probability;
                    if (Token.IsBreak(token))
                    {
                        if (step == 0) continue;
                        done.Add(beginning.ToLine(reached, isComplete: true, token));
                        best = Math.Max(best, reached);
                    }
                    else if (Lexicon.IsText(Token.NumberOf(token)))
                    {
                        next.Add(beginning.With(token, reached));
                    }
                }

                if (next.Count == before && step > 0) done.Add(beginning.ToLine(beginning.Probability, isComplete: false, 0));
            }

            live = [.. next.Where(one => one.Probability >= least && one.Probability * slack > best).OrderByDescending(one => one.Probability).Take(width)];
        }

        return [.. done.OrderByDescending(line => line.IsComplete).ThenByDescending(line => line.Probability)];
    }

    private List<(int Token, double Probability)> Next(Beginning beginning)
    {
        var key = beginning.Tokens.Aggregate(0UL, static (hash, token) => StableHash.Mix(hash, (ulong)token));
        if (known.TryGetValue(key, out var before)) return Allowed(beginning, before);
        var next = new List<(int Token, double Probability)>();
        var likely = Prediction.Of(evidence, beginning.Tokens, occurrences).Tokens;
        foreach (var (token, probability) in guide?.Guide(beginning.Tokens, likely) ?? likely)
        {
            // Where nothing is likely the likeliest goes on: half a line is of no use.
            if (probability < LeastStep && next.Count > 0) break;
            next.Add((token, probability));
        }

        known[key] = next;
        return Allowed(beginning, next);
    }

    private List<(int Token, double Probability)> Allowed(Beginning beginning, IReadOnlyList<(int Token, double Probability)> next)
    {
        if (refused.Count == 0) return [.. next];
        var hash = HashOf(beginning.Tokens.AsSpan(beginning.Written));
        return [.. next.Where(one => !refused.Contains((hash, Token.NumberOf(one.Token))))];
    }

    private static int HashOf(ReadOnlySpan<int> tokens)
    {
        var hash = default(HashCode);
        foreach (var token in tokens) hash.Add(Token.NumberOf(token));
        return hash.ToHashCode();
    }

    private sealed record Beginning(int[] Tokens, int Written, double Probability)
    {
        public Beginning With(int token, double probability) => new([.. Tokens, token], Written, probability);

        public WrittenLine ToLine(double probability, bool isComplete, int end) => new([.. Tokens.AsSpan(Written)], probability, isComplete, end);
    }
}
