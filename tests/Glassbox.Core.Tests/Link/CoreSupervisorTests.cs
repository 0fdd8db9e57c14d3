using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Link;

namespace Glassbox.Core.Tests.Link;

/// <summary>A supervisor over a process that never says a word, on a clock that stands until it is told to ring.</summary>
public sealed class CoreSupervisorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly CoreCommand Silent = OperatingSystem.IsWindows()
        ? new CoreCommand("powershell", ["-NoProfile", "-Command", "Start-Sleep 300"], ImmutableDictionary<string, string>.Empty)
        : new CoreCommand("sleep", ["300"], ImmutableDictionary<string, string>.Empty);

    [Test]
    public async Task AtTheEnd_WhatIsStillAskedIsRefusedAtOnce_AndTheCoreMayLeaveInItsTime()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var clock = new StandingClock();
        var supervisor = new CoreSupervisor(Silent, clock);
        supervisor.Start(new EmptyMirror(), new RecordedEvents());
        var asked = supervisor.Core.WaitForLoadAsync(default);
        await UntilAsync(() => supervisor.Status.ProcessId is not null, deadline.Token);
        using var core = Process.GetProcessById(supervisor.Status.ProcessId!.Value);

        var over = supervisor.DisposeAsync().AsTask();
        Assert.That(async () => await asked.WaitAsync(Patience), Throws.TypeOf<CoreUnavailableException>());
        Assert.That(async () => await supervisor.Core.WaitForLoadAsync(default).WaitAsync(Patience), Throws.TypeOf<CoreUnavailableException>());
        Assert.That((over.IsCompleted, core.HasExited), Is.EqualTo((false, false)), "it may write down what it learned");

        await UntilAsync(
            () =>
            {
                clock.Ring();
                return over.IsCompleted;
            },
            deadline.Token);
        await over;
        Assert.That(core.WaitForExit(Patience), Is.True);
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken deadline)
    {
        while (!isSo())
        {
            deadline.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class EmptyMirror : ISessionMirror
    {
        public SessionOptions Options { get; } = new([], new GlassboxSettings(), TrustDecision.Untrusted, CanAskForTrust: false);

        public ImmutableArray<OpenedDocument> Documents => [];
    }

    private sealed class StandingClock : TimeProvider
    {
        private readonly ConcurrentQueue<Alarm> alarms = [];

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var alarm = new Alarm(() => callback(state));
            alarms.Enqueue(alarm);
            return alarm;
        }

        public void Ring()
        {
            while (alarms.TryDequeue(out var alarm)) alarm.Ring();
        }
    }

    private sealed class Alarm(Action ring) : ITimer
    {
        private volatile bool disposed;

        public void Ring()
        {
            if (!disposed) ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !disposed;

        public ValueTask DisposeAsync()
        {
            disposed = true;
            return ValueTask.CompletedTask;
        }

        public void Dispose() => disposed = true;
    }
}
