using System.ComponentModel;
using System.Diagnostics;
using Glassbox.Contracts.Session;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Glassbox.Link;

/// <summary>
/// Keeps a core running for one face: starts it, notices when it dies or hangs, starts another and replays the session.
/// </summary>
public sealed class CoreSupervisor : ICoreConnection
{
    // A core that says nothing for this long while pings wait is hung; a long collection or a busy machine is shorter.
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);

    // How long a read waits for the next core: starting one and reading the projects as data takes about a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    // So long may a core write down what the next session begins with; the editor waits for it.
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(2);

    private const string Over = "The session is over.";

    private readonly Lock gate = new();
    private readonly CoreCommand command;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ended = new();
    private readonly ReliableCore reliable;

    private TaskCompletionSource<CoreProcess> next = NewSignal();
    private Task<Process>? launched;
    private CoreProcess? current;
    private ISessionMirror? mirror;
    private ICoreEvents? events;
    private Task loop = Task.CompletedTask;
    private CoreConnectionState state = CoreConnectionState.Starting;
    private int restarts;
    private bool restartAsked;

    /// <summary>Prepares a supervisor; nothing is started yet.</summary>
    public CoreSupervisor(CoreCommand command, TimeProvider time)
    {
        this.command = command;
        this.time = time;
        reliable = new ReliableCore(this);
    }

    /// <inheritdoc/>
    public event Action? CoreLost;

    /// <inheritdoc/>
    public ICore Core => reliable;

    /// <inheritdoc/>
    public CoreConnectionStatus Status
    {
        get
        {
            lock (gate) return new CoreConnectionStatus(state, current?.Id, restarts);
        }
    }

    /// <summary>
    /// Launches the first core's process before the session that it is for is known: what it takes to start one then runs
    /// beside what it takes to answer <c>initialize</c>. Whether that succeeds is seen, and said, when the session begins.
    /// </summary>
    public void LaunchAhead() => launched = Task.Run(() => CoreProcess.Launch(command));

    /// <inheritdoc/>
    public void Start(ISessionMirror mirror, ICoreEvents events)
    {
        this.mirror = mirror;
        this.events = events;
        loop = Task.Run(SuperviseAsync);
    }

    /// <inheritdoc/>
    public void Mutate(Action mirror, Func<ICore, Task> core)
    {
        lock (gate)
        {
            mirror();
            if (current is { } process) Observe(core(process.Core), process);
        }
    }

    /// <inheritdoc/>
    public void Restart()
    {
        lock (gate)
        {
            restartAsked = true;
            current?.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        lock (gate)
        {
            state = CoreConnectionState.Ended;
            current = null;
            // A signal that was given names the core that leaves now: whoever asks from here on would ask it again and again.
            if (next.Task.IsCompleted) next = NewSignal();
            next.TrySetException(new CoreUnavailableException(Over));
            _ = next.Task.Exception; // Observed: nobody may be waiting.
        }

        await loop;
        await EndLaunchedAsync();
        ended.Dispose();
    }

    /// <summary>Asks the current core, or the next one where it dies before it answers.</summary>
    internal async Task<T> AskAsync<T>(Func<ICore, Task<T>> question, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + Patience;
        while (true)
        {
            var process = await WaitForCoreAsync(deadline, cancellationToken);
            try
            {
                var answer = await question(process.Core);
                process.HasAnswered = true;
                return answer;
            }
            catch (Exception lost) when (IsLost(lost) && ended.IsCancellationRequested)
            {
                // The core leaves, and may be writing still: it is neither asked again nor ended for this.
                throw new CoreUnavailableException(Over, lost);
            }
            catch (Exception lost) when (IsLost(lost) && !cancellationToken.IsCancellationRequested)
            {
                // The core died under the question: the next one, which has the same state, is asked again.
                Forget(process);
                process.Dispose();
            }
            catch (RemoteInvocationException failure) when (failure.DeserializedErrorData is CommonErrorData cause)
            {
                // For the log of the face: where it failed in the core, without the message, which may quote the user's text.
                failure.Data["remote"] = $"{cause.TypeName} {cause.StackTrace}";
                throw;
            }
        }
    }

    /// <inheritdoc cref="AskAsync{T}"/>
    internal Task AskAsync(Func<ICore, Task> question, CancellationToken cancellationToken) =>
        AskAsync(
            async core =>
            {
                await question(core);
                return true;
            },
            cancellationToken);

    private static TaskCompletionSource<CoreProcess> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static bool IsLost(Exception failure) =>
        failure is ConnectionLostException or ObjectDisposedException or IOException;

    private async Task<CoreProcess> WaitForCoreAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        Task<CoreProcess> waiting;
        lock (gate)
        {
            if (current is { } running) return running;
            waiting = next.Task;
        }

        var left = deadline - time.GetUtcNow();
        try
        {
            if (left <= TimeSpan.Zero) throw new TimeoutException();
            return await waiting.WaitAsync(left, time, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new CoreUnavailableException("The agent core is being restarted.", late);
        }
    }

    private void Forget(CoreProcess process)
    {
        lock (gate)
        {
            if (current != process) return;
            current = null;
            next = NewSignal();
            state = CoreConnectionState.Waiting;
        }
    }

    // A change that a core refuses means that its state and the mirror's have parted; a fresh core cannot have that.
    private void Observe(Task sent, CoreProcess process)
    {
        _ = sent.ContinueWith(
            (done, _) =>
            {
                if (IsLost(done.Exception!.GetBaseException())) return;
                events?.OnMessage(new CoreMessage(
                    MessageLevel.Warning, $"The agent core refused a change and is started anew: {done.Exception.GetBaseException().Message}", null, Show: false));
                process.Dispose();
            },
            null,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task SuperviseAsync()
    {
        var failures = 0;
        while (!ended.IsCancellationRequested)
        {
            var lastAnswered = false;
            if (await TryStartAsync() is { } process)
            {
                await WatchAsync(process);
                lastAnswered = process.HasAnswered;
                Forget(process);
                // Only at the end of the session: a core that was lost or hangs is ended at once.
                if (ended.IsCancellationRequested) await process.LeaveAsync(ToLeave, time);
                process.Dispose();
            }

            if (ended.IsCancellationRequested) return;
            CoreLost?.Invoke();
            restarts++;
            bool wanted;
            lock (gate) (wanted, restartAsked) = (restartAsked, false);
            if (wanted) continue;
            // A core that was of use is replaced at once. One that dies before it answers anything, again and again, is not
            // fed at full speed: whatever kills it is still there.
            failures = lastAnswered ? 0 : failures + 1;
            events?.OnMessage(new CoreMessage(
                MessageLevel.Warning,
                "Glassbox's agent core ended unexpectedly and is being restarted; nothing you typed is lost.",
                Key: "core-restarted",
                Show: true));

            var pause = failures <= 2 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(30_000, 250 * Math.Pow(2, failures - 3)));
            try
            {
                await Task.Delay(pause, time, ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<CoreProcess?> TryStartAsync()
    {
        try
        {
            var ahead = Interlocked.Exchange(ref launched, null);
            var started = ahead is null ? CoreProcess.Launch(command) : await ahead;
            lock (gate)
            {
                if (ended.IsCancellationRequested)
                {
                    CoreProcess.End(started);
                    return null;
                }

                state = CoreConnectionState.Starting;
                var process = CoreProcess.Connect(started, events!, line =>
                    events?.OnMessage(new CoreMessage(MessageLevel.Trace, line, Key: null, Show: false)));
                current = process;
                // Under the lock: no change can slip between the mirror's state and the changes that follow it.
                Observe(Replay.SendAsync(process.Core, mirror!), process);
                state = CoreConnectionState.Running;
                next.TrySetResult(process);
                return process;
            }
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            lock (gate) state = CoreConnectionState.Waiting;
            events?.OnMessage(new CoreMessage(
                MessageLevel.Error, $"The agent core cannot be started ({command.Executable}): {failure.Message}", "core-start", Show: true));
            return null;
        }
    }

    // A client may leave before it begins a session.
    private async Task EndLaunchedAsync()
    {
        if (Interlocked.Exchange(ref launched, null) is not { } ahead) return;
        try
        {
            CoreProcess.End(await ahead);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            // There is no process to end, and nobody left who would want to know.
        }
    }

    private async Task WatchAsync(CoreProcess process)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
        var gone = process.Ended;
        while (!ended.IsCancellationRequested)
        {
            var tick = Task.Delay(PingEvery, time, over.Token);
            if (await Task.WhenAny(gone, tick) == gone) break;
            if (ended.IsCancellationRequested) break;
            var pong = process.Core.PingAsync(over.Token);
            var limit = Task.Delay(HangLimit, time, over.Token);
            if (await Task.WhenAny(gone, pong, limit) == limit && !ended.IsCancellationRequested)
            {
                events?.OnMessage(new CoreMessage(MessageLevel.Warning, "The agent core does not answer.", "core-hung", Show: false));
                break;
            }

            _ = pong.ContinueWith(done => done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        await over.CancelAsync();
    }
}
