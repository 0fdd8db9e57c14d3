namespace Glassbox.Eval.Fitting;

/// <summary>
/// Fits a log-linear model by maximum likelihood of what was chosen: the probability of a candidate is proportional to the exponential
/// of the sum of its features' weights. Adam, in batches, seeded: the same samples give the same weights.
/// </summary>
internal sealed class ChoiceFit
{
    private const int Batch = 64;
    private const int Epochs = 10;
    private const double Rate = 0.02;
    private const double RateDecay = 0.75;
    private const double Ridge = 1e-5;

    private readonly int features;
    private readonly bool[] isFixed;

    private ChoiceFit(int features, double[] weights, bool[] isFixed)
    {
        this.features = features;
        Weights = weights;
        this.isFixed = isFixed;
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
        var fit = new ChoiceFit(features, weights, isFixed);
        fit.Run(samples, log);
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

    private void Run(ChoiceSample[] samples, TextWriter log)
    {
        var random = new Random(1);
        var first = new double[Weights.Length];
        var second = new double[Weights.Length];
        var step = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(samples);
            var loss = 0.0;
            for (var start = 0; start < samples.Length; start += Batch)
            {
                var end = Math.Min(samples.Length, start + Batch);
                var gradients = new double[Environment.ProcessorCount][];
                var losses = new double[gradients.Length];
                Parallel.For(0, gradients.Length, part =>
                {
                    gradients[part] = new double[Weights.Length];
                    for (var i = start + part; i < end; i += gradients.Length) losses[part] += AddGradient(samples[i], gradients[part]);
                });
                loss += losses.Sum();
                Step(gradients, end - start, first, second, ++step, Rate * Math.Pow(RateDecay, epoch));
            }

            log.WriteLine($"pass {epoch + 1}: {loss / samples.Length:0.0000} nats a choice");
        }
    }

    private void Step(double[][] gradients, int count, double[] first, double[] second, int step, double rate)
    {
        for (var k = 0; k < Weights.Length; k++)
        {
            if (isFixed[k]) continue;
            var gradient = (gradients.Sum(part => part[k]) / count) + (Ridge * Weights[k]);
            first[k] = (0.9 * first[k]) + (0.1 * gradient);
            second[k] = (0.999 * second[k]) + (0.001 * gradient * gradient);
            Weights[k] -= rate * (first[k] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[k] / (1 - Math.Pow(0.999, step))) + 1e-8);
        }
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
