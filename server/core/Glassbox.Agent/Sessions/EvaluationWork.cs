using Glassbox.Contracts.Evaluation;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Sessions;

/// <summary>Shows how far an evaluation is. Reports go out at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
internal sealed class EvaluationWork(Action<WorkProgress> show) : IProgress<EvaluationProgress>
{
    private const string Title = "Evaluating completion";

    private readonly string id = $"evaluate-{Guid.NewGuid():N}";
    private int begun;

    /// <inheritdoc/>
    public void Report(EvaluationProgress value)
    {
        var percent = value.Total == 0 ? 0 : 100 * value.Done / value.Total;
        var stage = Interlocked.Exchange(ref begun, 1) == 0 ? WorkStage.Begin : WorkStage.Report;
        show(new WorkProgress(id, stage, Title, $"{value.Done} of {value.Total} files", percent, CanCancel: false));
    }

    /// <summary>It is over, however it ended.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref begun, 0) == 1) show(new WorkProgress(id, WorkStage.End, Title, null, null, CanCancel: false));
    }
}
