using System.Globalization;
using System.Text;

namespace Glassbox.Bench.Measuring;

/// <summary>The one table, in Markdown so that it can be pasted.</summary>
internal static class Table
{
    /// <summary>One build against the targets.</summary>
    public static string OfOne(IReadOnlyList<Outcome> outcomes)
    {
        var lines = new List<string[]> { (string[])["what", "solution", "n", "p50", "p95", "max", "", "target p50 / p95", "met"] };
        foreach (var row in Row.All)
        {
            foreach (var outcome in outcomes)
            {
                var samples = outcome.Tallies[0][row];
                if (samples.Values.Count == 0)
                {
                    if (samples.Wrong.Count > 0) lines.Add([row.Title, outcome.Workload.Name, "0", "-", "-", "-", row.Unit, Target(row), "no"]);
                    continue;
                }

                lines.Add([row.Title, outcome.Workload.Name, Whole(samples.Values.Count), Number(samples.Percentile(50)), Number(samples.Percentile(95)), Number(samples.Max), row.Unit, Target(row), Met(row, samples)]);
            }
        }

        return Draw(lines, textColumns: [0, 1, 6, 7, 8]) + Remarks(outcomes, [""]);
    }

    /// <summary>Two builds against each other; a ratio above 1 means that the second is slower or bigger.</summary>
    public static string OfTwo(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Subject> subjects)
    {
        var lines = new List<string[]> { (string[])["what", "solution", "n", "A p50", "A p95", "B p50", "B p95", "", "B/A p50", "B/A p95"] };
        foreach (var row in Row.All)
        {
            foreach (var outcome in outcomes)
            {
                var (first, second) = (outcome.Tallies[0][row], outcome.Tallies[1][row]);
                if (first.Values.Count == 0 || second.Values.Count == 0) continue;
                lines.Add(
                [
                    row.Title, outcome.Workload.Name, Whole(Math.Min(first.Values.Count, second.Values.Count)),
                    Number(first.Percentile(50)), Number(first.Percentile(95)), Number(second.Percentile(50)), Number(second.Percentile(95)), row.Unit,
                    Ratio(second.Percentile(50), first.Percentile(50)), Ratio(second.Percentile(95), first.Percentile(95)),
                ]);
            }
        }

        var legend = $"\nA {subjects[0].Program}\nB {subjects[1].Program}\n";
        return Draw(lines, textColumns: [0, 1, 7]) + legend + Remarks(outcomes, ["A: ", "B: "]);
    }

    private static string Target(Row row) => (row.TargetP50, row.TargetP95) switch
    {
        (null, null) => "",
        ({ } half, null) => Number(half),
        var (half, most) => $"{(half is { } value ? Number(value) : "-")} / {Number(most!.Value)}",
    };

    private static string Met(Row row, Samples samples)
    {
        if (row.TargetP50 is null && row.TargetP95 is null) return samples.Wrong.Count > 0 ? "no" : "";
        var isMet = samples.Wrong.Count == 0
            && (row.TargetP50 is not { } half || samples.Percentile(50) <= half)
            && (row.TargetP95 is not { } most || samples.Percentile(95) <= most);
        return isMet ? "yes" : "no";
    }

    private static string Remarks(IReadOnlyList<Outcome> outcomes, IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        foreach (var row in Row.All)
        {
            foreach (var outcome in outcomes)
            {
                for (var i = 0; i < names.Count; i++)
                {
                    var samples = outcome.Tallies[i][row];
                    var head = $"{names[i]}{row.Title}, {outcome.Workload.Name}";
                    if (samples.Remark is { } remark) text.Append(CultureInfo.InvariantCulture, $"\n- {head}: {remark}.");
                    if (samples.Wrong.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n- {head}: **{samples.Wrong.Count} wrong answers**. {string.Join("; ", samples.Wrong.Distinct(StringComparer.Ordinal).Take(3))}.");
                }
            }
        }

        return text.Length > 0 ? text.Append('\n').ToString() : "";
    }

    private static string Draw(List<string[]> lines, int[] textColumns)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => Math.Max(3, lines.Max(line => line[column].Length))).ToArray();
        var rule = widths.Select((width, column) => textColumns.Contains(column) ? new string('-', width) : new string('-', width - 1) + ":").ToArray();
        var text = new StringBuilder();
        foreach (var line in lines.Take(1).Append(rule).Concat(lines.Skip(1)))
        {
            var cells = line.Select((cell, column) => textColumns.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(value < 10 && value != Math.Floor(value) ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Ratio(double second, double first) => first > 0 ? (second / first).ToString("0.00", CultureInfo.InvariantCulture) : "-";
}
