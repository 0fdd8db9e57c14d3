namespace Glassbox.Completion.Ranking;

/// <summary>Probabilities over candidates that evidence corrects step by step.</summary>
internal static class Posterior
{
    /// <summary>
    /// Interpolates what was counted with what was believed before: the belief is worth <paramref name="trust"/> occurrences, so
    /// that a single one moves it and many decide. Nothing counted changes nothing.
    /// </summary>
    /// <param name="belief">Sums to one; changed in place.</param>
    /// <param name="counts">What was counted of each candidate.</param>
    /// <param name="trust">What the belief is worth.</param>
    public static void Refine(Span<double> belief, ReadOnlySpan<double> counts, double trust)
    {
        var total = 0.0;
        foreach (var count in counts) total += count;
        if (total <= 0) return;
        for (var i = 0; i < belief.Length; i++) belief[i] = (counts[i] + (trust * belief[i])) / (total + trust);
    }

    /// <summary>Makes the candidates likelier or less likely by factors.</summary>
    public static void Weigh(Span<double> belief, ReadOnlySpan<double> factors)
    {
        var sum = 0.0;
        for (var i = 0; i < belief.Length; i++)
        {
            belief[i] *= factors[i];
            sum += belief[i];
        }

        if (sum <= 0) return;
        for (var i = 0; i < belief.Length; i++) belief[i] /= sum;
    }
}
