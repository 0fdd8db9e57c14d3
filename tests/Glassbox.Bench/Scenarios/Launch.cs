using System.Diagnostics;
using System.Text.Json;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Timed;
using Glassbox.Testing.Wire;

namespace Glassbox.Bench.Scenarios;

/// <summary>
/// A process from its start: the answer to <c>initialize</c>, and on some starts all that follows until the solution is
/// loaded, with a user who types from the first moment on.
/// </summary>
/// <param name="probe">Where the user types; its member's type stands in another file.</param>
/// <param name="isTrusted">MSBuild may run.</param>
internal sealed class Launch(TypingSite probe, bool isTrusted)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ToQuiet = TimeSpan.FromSeconds(30);

    /// <summary>Starts a process, and ends it once it has answered.</summary>
    public static async Task StartAsync(Subject subject, Workload workload, Tally tally, bool isTrusted)
    {
        var (session, initialized) = await Session.StartAsync(subject, workload, tally, isTrusted);
        await using (session) tally[Row.Initialize].Add(initialized.Since(session.Server.StartedAt));
    }

    /// <summary>Starts a process, types while it loads, and weighs it when it is quiet.</summary>
    public async Task LoadAsync(Subject subject, Workload workload, Tally tally)
    {
        var (session, initialized) = await Session.StartAsync(subject, workload, tally, isTrusted);
        await using (session)
        {
            tally[Row.Initialize].Add(initialized.Since(session.Server.StartedAt));
            await session.BeginAsync();
            var loading = WatchAsync(session);
            await TypeUntilAsync(session, loading);
            await loading;
            await session.QuietAsync(ToQuiet);
            tally[Row.FaceMemory].AddMebibytes(Session.MemoryOf(session.Server.FaceId));
            tally[Row.CoreMemory].AddMebibytes(Session.MemoryOf(await session.CoreIdAsync()));
        }
    }

    private async Task WatchAsync(Session session)
    {
        var readAsData = false;
        while (Stopwatch.GetElapsedTime(session.InitializedAt) < Patience)
        {
            var status = await session.Server.StatusAsync();
            var elapsed = Stopwatch.GetElapsedTime(session.InitializedAt);
            var isReady = status.GetProperty("state").GetString() == "ready" && status.TryGetProperty("projects", out var projects) && projects.GetArrayLength() > 0;
            if (!readAsData && (isReady || isTrusted && IsReadAsData(status)))
            {
                readAsData = true;
                session.Tally[Row.Load].Add(elapsed);
            }

            if (isReady)
            {
                if (isTrusted) session.Tally[Row.Evaluate].Add(elapsed);
                return;
            }

            await Task.Delay(20);
        }

        throw new WireException($"{session.Workload.Name} was not loaded within {Patience.TotalSeconds:0} s.\n{session.Server.StandardError()}");
    }

    private async Task TypeUntilAsync(Session session, Task loading)
    {
        var (document, at) = await session.BeginLineAsync(probe, probe.Indent + probe.Receiver);
        var isRight = false;
        Answer? last = null;
        while (!isRight || !loading.IsCompleted)
        {
            if (loading.IsFaulted) return;
            if (Stopwatch.GetElapsedTime(session.InitializedAt) > Patience)
            {
                Popup.Check(session.Tally[Row.FirstMember], last!, probe);
                return;
            }

            var wasLoading = !loading.IsCompleted;
            var (took, answer) = await Popup.TypeDotAsync(session, document, at);
            last = answer;
            if (wasLoading) session.Tally[Row.PopupDuringLoad].Add(took);
            if (!isRight && Popup.Has(answer, probe.Member))
            {
                isRight = true;
                session.Tally[Row.FirstMember].Add(answer.Since(session.InitializedAt));
            }

            await document.ReplaceAsync(at, at + 1, "");
            await Task.Delay(30);
        }
    }

    private static bool IsReadAsData(JsonElement status) =>
        status.TryGetProperty("folders", out var folders) && folders.GetArrayLength() > 0
        && folders.EnumerateArray().All(folder => folder.GetProperty("tier").GetString() is "data" or "evaluated");
}
