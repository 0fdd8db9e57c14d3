namespace Glassbox.Eval.Fitting;

/// <summary>Finds weights for which samples lose least: Adam, in batches, seeded, so that the same samples give the same weights.</summary>
/// <param name="Rate">How far the first steps go.</param>
/// <param name="Passes">How often all samples are seen.</param>
internal sealed record Adam(double Rate, int Passes)
{
    private const int Batch = 64;
    private const double RateDecay = 0.75;
    private const double Ridge = 1e-5;

    /// <summary>Changes weights in place.</summary>
    /// <param name="samples">Shuffled by this.</param>
    /// <param name="weights">Where it begins, and where it ends.</param>
    /// <param name="isFixed">Weights that stay.</param>
    /// <param name="addGradient">Adds a sample's gradient and returns its loss; called from several threads.</param>
    /// <param name="log">Told how well each pass did.</param>
    public void Run<T>(T[] samples, double[] weights, Func<int, bool> isFixed, Func<T, double[], double> addGradient, TextWriter log)
    {
        var random = new Random(1);
        var first = new double[weights.Length];
        var second = new double[weights.Length];
        var step = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(samples);
            var loss = 0.0;
            var rate = Rate * Math.Pow(RateDecay, pass);
            for (var start = 0; start < samples.Length; start += Batch)
            {
                var end = Math.Min(samples.Length, start + Batch);
                var gradients = new double[Environment.ProcessorCount][];
                var losses = new double[gradients.Length];
                Parallel.For(0, gradients.Length, part =>
                {
                    gradients[part] = new double[weights.Length];
                    for (var i = start + part; i < end; i += gradients.Length) losses[part] += addGradient(samples[i], gradients[part]);
                });
                loss += losses.Sum();
                step++;
                for (var k = 0; k < weights.Length; k++)
                {
                    if (isFixed(k)) continue;
                    var gradient = (gradients.Sum(part => part[k]) / (end - start)) + (Ridge * weights[k]);
                    first[k] = (0.9 * first[k]) + (0.1 * gradient);
                    second[k] = (0.999 * second[k]) + (0.001 * gradient * gradient);
                    weights[k] -= rate * (first[k] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[k] / (1 - Math.Pow(0.999, step))) + 1e-8);
                }
            }

            log.WriteLine($"pass {pass + 1}: {loss / samples.Length:0.0000} nats a sample");
        }
    }
}
