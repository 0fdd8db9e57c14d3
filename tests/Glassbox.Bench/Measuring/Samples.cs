namespace Glassbox.Bench.Measuring;

/// <summary>The samples of one row, on one solution, of one build.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];
    private readonly List<string> wrong = [];

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>Answers that came and were not right, each with a word on what was wrong.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>A remark for below the table, or null.</summary>
    public string? Remark { get; set; }

    /// <summary>The greatest.</summary>
    public double Max => values.Max();

    /// <summary>Takes a time.</summary>
    public void Add(TimeSpan time) => values.Add(time.TotalMilliseconds);

    /// <summary>Takes a size.</summary>
    public void AddMebibytes(long bytes) => values.Add(bytes / 1048576.0);

    /// <summary>Notes a wrong answer.</summary>
    public void AddWrong(string what) => wrong.Add(what);

    /// <summary>The value that so many of a hundred samples do not exceed: the nearest rank, nothing in between.</summary>
    public double Percentile(int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
    }
}
