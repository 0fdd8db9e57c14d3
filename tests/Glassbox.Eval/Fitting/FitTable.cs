using System.Globalization;

namespace Glassbox.Eval.Fitting;

/// <summary>Fitted numbers, as they are written in the source.</summary>
internal static class FitTable
{
    private const int InRow = 10;

    /// <summary>Prints a table, with the names of what the numbers are for where they have any.</summary>
    public static void Write(TextWriter to, string name, ReadOnlySpan<double> weights, Func<int, string> nameOf)
    {
        to.WriteLine($"    private static readonly double[] {name} =");
        to.WriteLine("    [");
        for (var start = 0; start < weights.Length; start += InRow)
        {
            var end = Math.Min(weights.Length, start + InRow);
            var names = Enumerable.Range(start, end - start).Select(nameOf).Where(one => one.Length > 0).ToList();
            var numbers = string.Join(", ", weights[start..end].ToArray().Select(weight => (Math.Round(weight, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture)));
            to.WriteLine($"        {numbers},{(names.Count > 0 ? " // " + string.Join(", ", names) : "")}");
        }

        to.WriteLine("    ];");
    }
}
