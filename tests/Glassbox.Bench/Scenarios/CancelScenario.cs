using System.Diagnostics;
using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;

namespace Glassbox.Bench.Scenarios;

/// <summary>A key is typed, the findings are asked for, and at once or a moment later the question is taken back.</summary>
internal sealed class CancelScenario(IReadOnlyList<TypingSite> sites) : IScenario
{
    private const int RequestCancelled = -32800;
    private static readonly int[] Moments = [0, 2, 5, 15];
    private readonly Dictionary<Session, (int All, int Cancelled, int Early)> answers = [];

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
        if (Moments[number % Moments.Length] is > 0 and var moment) await Task.Delay(moment);
        var isEarly = answering.IsCompleted;
        var begin = Stopwatch.GetTimestamp();
        await session.Server.CancelAsync(id);
        var answer = await answering.WaitAsync(TimeSpan.FromSeconds(60));

        var samples = session.Tally[Row.Cancelled];
        var error = answer.ErrorCode();
        if (!isEarly) samples.Add(answer.ReceivedAt > begin ? answer.Since(begin) : TimeSpan.Zero);
        if (error is not null and not RequestCancelled) samples.AddWrong($"error {error} instead of {RequestCancelled}");
        var (all, cancelled, early) = answers.GetValueOrDefault(session);
        answers[session] = (all, cancelled, early) = (all + 1, cancelled + (error == RequestCancelled ? 1 : 0), early + (isEarly ? 1 : 0));
        samples.Remark = $"of {all}, {cancelled} were answered as cancelled, {early} before they were taken back and are not counted, the rest with their result";

        await Session.EndLineAsync(document, site);
        await TypingScenario.PauseAsync(dice);
    }
}
