namespace Glassbox.Bench.Measuring;

/// <summary>All samples of one build on one solution.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Row, Samples> rows = [];

    /// <summary>The samples of a row; empty until some are taken.</summary>
    public Samples this[Row row]
    {
        get
        {
            if (!rows.TryGetValue(row, out var samples)) rows[row] = samples = new Samples();
            return samples;
        }
    }
}
