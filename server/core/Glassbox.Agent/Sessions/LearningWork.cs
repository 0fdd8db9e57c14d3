using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Sessions;

/// <summary>Shows how far learning is, once it has taken long enough for somebody to wonder. Reports of one piece of work, in order.</summary>
internal sealed class LearningWork(Action<WorkProgress> show, TimeProvider time) : IProgress<LearningProgress>
{
    private const string Title = "Learning from the workspace";

    // Shorter work would only flicker.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(500);

    private readonly string id = $"learn-{Guid.NewGuid():N}";
    private readonly long begun = time.GetTimestamp();
    private int shown = -1;

    /// <inheritdoc/>
    public void Report(LearningProgress value)
    {
        var percent = value.Total == 0 ? 0 : (int)(100L * value.Done / value.Total);
        if (percent == shown || (shown < 0 && time.GetElapsedTime(begun) < Unnoticed)) return;
        var stage = shown < 0 ? WorkStage.Begin : WorkStage.Report;
        shown = percent;
        show(new WorkProgress(id, stage, Title, $"{value.Done} of {value.Total} files", percent, CanCancel: false));
    }

    /// <summary>It is over, however it ended.</summary>
    public void End()
    {
        if (shown >= 0) show(new WorkProgress(id, WorkStage.End, Title, null, null, CanCancel: false));
        shown = -1;
    }
}
