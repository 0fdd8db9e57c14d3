using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Contracts.Evaluation;

namespace Glassbox.Cli.Evaluate;

/// <summary>Tasks, rankings and figures in words.</summary>
internal static class EvaluationWords
{
    /// <summary>Every task as the command line names it.</summary>
    public static ImmutableArray<string> Tasks { get; } = [.. Enum.GetValues<EvaluationTask>().Select(Of)];

    /// <summary>Reads one of <see cref="Tasks"/>; anything else means all.</summary>
    public static ImmutableArray<EvaluationTask> TasksOf(string word) => [.. Enum.GetValues<EvaluationTask>().Where(task => Of(task) == word)];

    /// <summary>A task in one word.</summary>
    public static string Of(EvaluationTask task) => task.ToString().ToLowerInvariant();

    /// <summary>What a task asks, in one sentence.</summary>
    public static string Explain(EvaluationTask task) => task switch
    {
        EvaluationTask.Members => "After a dot the popup opens: how high up is the member that stood there?",
        EvaluationTask.Names => "Where a name begins that is no member, the popup opens: how high up is the name that stood there?",
        EvaluationTask.Lines => "The rest of a line is gone: how often, and how nearly, is ghost text just that?",
        EvaluationTask.Ghost => "Ghost text is shown where it is likely: how often is it shown, and does the line then go on so?",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "Not a task."),
    };

    /// <summary>Who answered.</summary>
    public static string Of(EvaluationRanking ranking) => ranking switch
    {
        EvaluationRanking.Glassbox => "Glassbox",
        EvaluationRanking.Alphabetical => "in order of name",
        EvaluationRanking.Frequency => "most used first",
        EvaluationRanking.Contexts => "nested contexts with a cache",
        _ => throw new ArgumentOutOfRangeException(nameof(ranking), ranking, "Not a ranking."),
    };

    /// <summary>The heading of a figure.</summary>
    public static string Of(EvaluationMetric metric) => metric switch
    {
        EvaluationMetric.TopOne => "first",
        EvaluationMetric.TopFive => "in first 5",
        EvaluationMetric.MeanReciprocalRank => "mean 1/place",
        EvaluationMetric.Offered => "offered",
        EvaluationMetric.Exact => "exact",
        EvaluationMetric.Similarity => "likeness",
        EvaluationMetric.Shown => "shown",
        EvaluationMetric.Right => "right of shown",
        EvaluationMetric.ConfidentRight => "right of surest fifth",
        EvaluationMetric.ShownAtHalf => "could be shown at 1 in 2 right",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric."),
    };

    /// <summary>A figure: a share of cases in percent, a mean as it is.</summary>
    public static string Of(EvaluationValue value) => value.Metric is EvaluationMetric.MeanReciprocalRank or EvaluationMetric.Similarity
        ? value.Value.ToString("0.00", CultureInfo.InvariantCulture)
        : (100 * value.Value).ToString("0", CultureInfo.InvariantCulture) + " %";
}
