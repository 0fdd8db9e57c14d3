using Glassbox.Bench.Measuring;
using Glassbox.Bench.Scenarios;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Wire;

namespace Glassbox.Bench;

/// <summary>Measures builds on solutions. Several builds are measured in turn, sample by sample, so that both see the same machine.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="subjects">The builds.</param>
/// <param name="progress">Told what is going on.</param>
internal sealed class Bench(BenchOptions options, IReadOnlyList<Subject> subjects, Action<string> progress)
{
    private const int Files = 8;
    private const int SitesInAFile = 6;
    private static readonly TimeSpan ToLoad = TimeSpan.FromMinutes(3);

    /// <summary>All rows on one solution.</summary>
    public async Task<Outcome> MeasureAsync(Workload workload)
    {
        var tallies = subjects.Select(_ => new Tally()).ToArray();
        var probe = await TypeAsync(workload, tallies);
        await LaunchAsync(workload, tallies, probe);
        return new Outcome(workload, tallies);
    }

    private async Task<TypingSite> TypeAsync(Workload workload, Tally[] tallies)
    {
        var sessions = new List<Session>();
        try
        {
            foreach (var (subject, tally) in subjects.Zip(tallies))
            {
                progress($"{workload.Name}: loading ({subject.Name})");
                sessions.Add((await Session.StartAsync(subject, workload, tally, options.IsTrusted)).Session);
                await sessions[^1].BeginAsync();
                await sessions[^1].LoadedAsync(ToLoad);
                await sessions[^1].QuietAsync(TimeSpan.FromSeconds(20));
            }

            var sites = await RightSitesAsync(sessions, TypingSites.Find(workload, Files, SitesInAFile));
            IScenario[] scenarios = [new TypingScenario(sites), new GhostScenario(sites), new FindingsScenario(sites), new CancelScenario(sites)];
            foreach (var scenario in scenarios) await RepeatAsync(scenario, sessions);
            foreach (var session in sessions)
            {
                await session.QuietAsync(TimeSpan.FromSeconds(20));
                session.Tally[Row.CoreMemoryLater].AddMebibytes(Session.MemoryOf(await session.CoreIdAsync()));
            }

            return TypingSites.Probe(workload, sites);
        }
        finally
        {
            foreach (var session in sessions) await session.DisposeAsync();
        }
    }

    /// <summary>Warms the servers up, and leaves out places where the text alone misled the search.</summary>
    private async Task<IReadOnlyList<TypingSite>> RightSitesAsync(List<Session> sessions, IReadOnlyList<TypingSite> candidates)
    {
        var right = new List<TypingSite>();
        foreach (var site in candidates)
        {
            progress($"{sessions[0].Workload.Name}: looking for places to type at, {right.Count} of {candidates.Count}");
            var hits = 0;
            foreach (var session in sessions)
            {
                var (document, at) = await session.BeginLineAsync(site, site.Indent + site.Receiver);
                var (_, answer) = await Popup.TypeDotAsync(session, document, at);
                if (Popup.Has(answer, site.Member)) hits++;
                await Session.EndLineAsync(document, site);
            }

            if (hits > 0) right.Add(site);
        }

        return right.Count * 2 >= candidates.Count && right.Count > 0
            ? right
            : throw new WireException($"Only {right.Count} of {candidates.Count} places to type at gave the member that the code itself has there.");
    }

    private async Task RepeatAsync(IScenario scenario, List<Session> sessions)
    {
        var count = scenario.Count(options.Runs);
        // The first few are not kept: a user's first keystroke is a row of its own.
        var warmUp = Math.Min(5, count / 4);
        foreach (var session in sessions)
        {
            var scratch = new Session(session.Subject, session.Workload, new Tally(), session.Server);
            for (var i = 0; i < warmUp; i++) await scenario.SampleAsync(scratch, i);
        }

        for (var i = 0; i < count; i++)
        {
            progress($"{sessions[0].Workload.Name}: {scenario.Name}, {i + 1} of {count}");
            // Who comes first changes, so that neither always finds the other's noise.
            for (var turn = 0; turn < sessions.Count; turn++) await scenario.SampleAsync(sessions[(i + turn) % sessions.Count], i);
        }
    }

    private async Task LaunchAsync(Workload workload, Tally[] tallies, TypingSite probe)
    {
        var launch = new Launch(probe, options.IsTrusted);
        for (var i = 0; i < options.Starts; i++)
        {
            progress($"{workload.Name}: process start {i + 1} of {options.Starts}");
            for (var turn = 0; turn < subjects.Count; turn++)
            {
                var which = (i + turn) % subjects.Count;
                if (i < options.Loads) await launch.LoadAsync(subjects[which], workload, tallies[which]);
                else await Launch.StartAsync(subjects[which], workload, tallies[which], options.IsTrusted);
            }
        }
    }
}
