using System.Diagnostics;
using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;

namespace Glassbox.Bench.Scenarios;

/// <summary>A key is typed, the findings are asked for, and a moment later the question is taken back.</summary>
internal sealed class CancelScenario(IReadOnlyList<TypingSite> sites) : IScenario
{
    private const int RequestCancelled = -32800;
    private readonly Dictionary<Session, (int All, int Cancelled)> answers = [];

    /// <inheritdoc/>
    public string Name => "cancelling";

    /// <inheritdoc/>
    public int Count(int runs) => Math.Max(10, runs / 2);

    /// <inheritdoc/>
    public async Task SampleAsync(Session session, int number)
    {
        var dice = new Dice((ulong)number + 1);
        var site = sites[number % sites.Count];
        var (document, _) = await session.BeginLineAsync(site, $"{site.Indent}System.Console.WriteLine({number});");
        var (id, answering) = await session.Server.SendAsync("textDocument/diagnostic", FindingsScenario.PullParameters(document));
        var begin = Stopwatch.GetTimestamp();
        await session.Server.CancelAsync(id);
        var answer = await answering.WaitAsync(TimeSpan.FromSeconds(60));

        var samples = session.Tally[Row.Cancelled];
        // An answer that was on its way before the question was taken back is right as well, and took no time from there.
        samples.Add(answer.ReceivedAt > begin ? answer.Since(begin) : TimeSpan.Zero);
        var error = answer.ErrorCode();
        if (error is not null and not RequestCancelled) samples.AddWrong($"error {error} instead of {RequestCancelled}");
        var (all, cancelled) = answers.GetValueOrDefault(session);
        answers[session] = (all, cancelled) = (all + 1, cancelled + (error == RequestCancelled ? 1 : 0));
        samples.Remark = $"{cancelled} of {all} as cancelled, the others with what was done already";

        await Session.EndLineAsync(document, site);
        await TypingScenario.PauseAsync(dice);
    }
}
