using Glassbox.Agent.Scheduling;
using Glassbox.Contracts.Session;

namespace Glassbox.Core.Tests.Scheduling;

public sealed class BackgroundLaneTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Test]
    public async Task ANewerRequest_ReplacesTheOneThatWaits()
    {
        await using var lane = new BackgroundLane(TimeProvider.System, _ => { });
        var ran = new List<int>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < 10; i++)
        {
            var number = i;
            lane.Request("work", TimeSpan.FromMilliseconds(200), _ =>
            {
                ran.Add(number);
                done.TrySetResult();
                return Task.CompletedTask;
            });
        }

        await done.Task.WaitAsync(Patience);
        Assert.That(ran, Is.EqualTo(new[] { 9 }));
    }

    [Test]
    public async Task ANewerRequest_CancelsTheOneThatRuns()
    {
        await using var lane = new BackgroundLane(TimeProvider.System, _ => { });
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Request("work", TimeSpan.Zero, async stop =>
        {
            running.SetResult();
            await using var registration = stop.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
        await running.Task.WaitAsync(Patience);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Request("work", TimeSpan.Zero, _ =>
        {
            second.SetResult();
            return Task.CompletedTask;
        });
        await cancelled.Task.WaitAsync(Patience);
        await second.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task AFailure_IsReportedAndTheLaneGoesOn()
    {
        var reported = new TaskCompletionSource<CoreMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var lane = new BackgroundLane(TimeProvider.System, message => reported.TrySetResult(message));
        lane.Request("bad", TimeSpan.Zero, _ => throw new InvalidOperationException("defect"));
        Assert.That((await reported.Task.WaitAsync(Patience)).Text, Does.Contain("'bad'"));
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Request("good", TimeSpan.Zero, _ =>
        {
            next.SetResult();
            return Task.CompletedTask;
        });
        await next.Task.WaitAsync(Patience);
    }

    [Test]
    public async Task TheEnd_CancelsWhatRuns()
    {
        var lane = new BackgroundLane(TimeProvider.System, _ => { });
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lane.Request("work", TimeSpan.Zero, async stop =>
        {
            running.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        });
        await running.Task.WaitAsync(Patience);
        await lane.DisposeAsync().AsTask().WaitAsync(Patience);
        Assert.That(() => lane.Request("late", TimeSpan.Zero, _ => Task.CompletedTask), Throws.Nothing);
    }
}
