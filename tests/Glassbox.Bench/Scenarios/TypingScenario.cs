using Glassbox.Bench.Generation;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;

namespace Glassbox.Bench.Scenarios;

/// <summary>
/// A person types a member access: a name, a dot, two letters, at the speed of a fast typist; the popup is asked for at the
/// dot and at each letter, and the editor pulls the findings in between, as editors do.
/// </summary>
internal sealed class TypingScenario(IReadOnlyList<TypingSite> sites) : IScenario
{
    private const ulong Seed = 7;

    /// <inheritdoc/>
    public string Name => "typing";

    /// <inheritdoc/>
    public int Count(int runs) => runs;

    /// <inheritdoc/>
    public async Task SampleAsync(Session session, int number)
    {
        var dice = new Dice(Seed + (ulong)number);
        var site = sites[number % sites.Count];
        var (document, at) = await session.BeginLineAsync(site, site.Indent + site.Receiver);
        await PauseAsync(dice);

        var (took, answer) = await Popup.TypeDotAsync(session, document, at);
        session.Tally[Row.Popup].Add(took);
        Popup.Check(session.Tally[Row.Popup], answer, site);
        var (pull, pulled) = await session.Server.SendAsync("textDocument/diagnostic", FindingsScenario.PullParameters(document));
        await PauseAsync(dice);

        for (var letter = 0; letter < Math.Min(2, site.Member.Length); letter++)
        {
            if (!pulled.IsCompleted && letter == 0) await session.Server.CancelAsync(pull);
            (took, answer) = await Popup.TypeLetterAsync(session, document, at + 1 + letter, site.Member[letter]);
            session.Tally[Row.Continuation].Add(took);
            Popup.Check(session.Tally[Row.Continuation], answer, site);
            await PauseAsync(dice);
        }

        await Session.EndLineAsync(document, site);
        await pulled;
    }

    /// <summary>Between two keystrokes.</summary>
    internal static Task PauseAsync(Dice dice) => Task.Delay(40 + dice.Next(60));
}
