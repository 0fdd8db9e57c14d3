namespace Glassbox.Eval.Fitting;

/// <summary>
/// Fits a log-linear model by maximum likelihood of what was chosen: the probability of a candidate is proportional to the exponential
/// of the sum of its features' weights.
/// </summary>
internal sealed class ChoiceFit
{
    private const int Passes = 10;
    private const double Rate = 0.02;

    private readonly int features;

    private ChoiceFit(int features, double[] weights)
    {
        this.features = features;
        Weights = weights;
    }

    /// <summary>One for each feature, then those of "none of them".</summary>
    public double[] Weights { get; }

    /// <summary>Fits samples.</summary>
    /// <param name="samples">Shuffled by this.</param>
    /// <param name="features">How many features describe a candidate.</param>
    /// <param name="nones">How many weights of "none of them" there are.</param>
    /// <param name="fixedWeights">Features whose weight is decided already.</param>
    /// <param name="log">Told how well each pass did.</param>
    public static ChoiceFit Of(ChoiceSample[] samples, int features, int nones, IReadOnlyDictionary<int, double> fixedWeights, TextWriter log)
    {
        var weights = new double[features + nones];
        var isFixed = new bool[weights.Length];
        foreach (var (feature, weight) in fixedWeights) (weights[feature], isFixed[feature]) = (weight, true);
        var fit = new ChoiceFit(features, weights);
        new Adam(Rate, Passes).Run(samples, weights, at => isFixed[at], fit.AddGradient, log);
        return fit;
    }

    /// <summary>The probability of each candidate, and last that of none of them.</summary>
    public double[] Probabilities(ChoiceSample sample)
    {
        var count = sample.Features.Length / features;
        var scores = new double[count + 1];
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < features; k++) scores[i] += sample.Features[(i * features) + k] * Weights[k];
        }

        scores[count] = sample.None < 0 ? double.NegativeInfinity : Weights[features + sample.None];
        var best = scores.Max();
        var sum = 0.0;
        for (var i = 0; i <= count; i++) sum += scores[i] = Math.Exp(scores[i] - best);
        for (var i = 0; i <= count; i++) scores[i] /= sum;
        return scores;
    }

    private double AddGradient(ChoiceSample sample, double[] gradient)
    {
        var probabilities = Probabilities(sample);
        var truth = sample.Truth < 0 ? probabilities.Length - 1 : sample.Truth;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var error = probabilities[i] - (i == truth ? 1 : 0);
            if (i < probabilities.Length - 1)
            {
                for (var k = 0; k < features; k++) gradient[k] += error * sample.Features[(i * features) + k];
            }
            else if (sample.None >= 0)
            {
                gradient[features + sample.None] += error;
            }
        }

        return -Math.Log(Math.Max(probabilities[truth], 1e-12));
    }
}
