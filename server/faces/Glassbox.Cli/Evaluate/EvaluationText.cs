using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Cli.Evaluate;

/// <summary>An evaluation for people: one small table a task, with what it asks above.</summary>
internal static class EvaluationText
{
    /// <summary>Writes it.</summary>
    public static void Write(CompletionEvaluationReport report, Target target, Ink ink)
    {
        ink.Line($"Completion in {Printable.Of(target.Root.Value)}", Tone.Strong)
            .Line("Some files were held out and all others learned; in those, the rest of a line was cut off and asked for.", Tone.Faint);
        foreach (var task in report.Rows.GroupBy(row => row.Task)) WriteTask(task.Key, [.. task], ink);
    }

    private static void WriteTask(EvaluationTask task, IReadOnlyList<EvaluationRow> rows, Ink ink)
    {
        ink.Line().Write(EvaluationWords.Of(task), Tone.Strong).Line($"  {EvaluationWords.Explain(task)} ({Words.Count(rows[0].Places, "place")})");
        if (rows[0].Values.IsEmpty) return;
        var headings = rows[0].Values.Select(value => EvaluationWords.Of(value.Metric)).ToList();
        var names = rows.Max(row => EvaluationWords.Of(row.Ranking).Length);
        ink.Write(new string(' ', names + 2)).Line(string.Concat(headings.Select(heading => $"  {heading,7}")), Tone.Faint);
        foreach (var row in rows)
        {
            var cells = row.Values.Zip(headings, (value, heading) => $"  {EvaluationWords.Of(value).PadLeft(Math.Max(7, heading.Length))}");
            ink.Write($"  {EvaluationWords.Of(row.Ranking).PadRight(names)}", row.Ranking == EvaluationRanking.Glassbox ? Tone.Good : Tone.Plain).Line(string.Concat(cells));
        }
    }
}
