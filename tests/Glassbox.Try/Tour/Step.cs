using System.Diagnostics;
using Glassbox.Try.Screen;

namespace Glassbox.Try.Tour;

/// <summary>One thing that a user does, what is shown for it, and whether it was right.</summary>
internal sealed class Step
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly List<string> lines = [];

    /// <summary>How long the answer took, or null for a step without one.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>What is shown below the step's title.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Shows a line.</summary>
    public void Show(string line) => lines.Add(line);

    /// <summary>Shows lines.</summary>
    public void Show(IEnumerable<string> more) => lines.AddRange(more);

    /// <summary>Asks the server, and takes the time of that as the step's.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        var begin = Stopwatch.GetTimestamp();
        var answer = await ask();
        Took = Stopwatch.GetElapsedTime(begin);
        return answer;
    }

    /// <summary>
    /// Asks again for a while where the first answers come too early: what is learned from the workspace is there a moment
    /// after the load. The time is that of the last question; how long it took to get there is shown.
    /// </summary>
    public async Task<T> AskUntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere)
    {
        var begin = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        for (var tries = 1; ; tries++)
        {
            var answer = await AskAsync(ask);
            var elapsed = Stopwatch.GetElapsedTime(begin);
            if (isThere(answer) || elapsed > Patience)
            {
                if (tries > 1) Show($"(asked {tries} times in {Milliseconds(elapsed)}: it was still being learned)");
                return answer;
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Fails the step unless it is so.</summary>
    /// <param name="isSo">What must be.</param>
    /// <param name="otherwise">What to tell where it is not.</param>
    public static void Expect(bool isSo, string otherwise)
    {
        if (!isSo) throw new StepFailedException(otherwise);
    }

    /// <summary>Fails the step unless two lists hold the same, in any order.</summary>
    public static void ExpectSame<T>(IEnumerable<T> expected, IEnumerable<T> found, string of)
        where T : notnull
    {
        var (left, more) = (expected.ToList(), new List<T>());
        foreach (var item in found)
        {
            if (!left.Remove(item)) more.Add(item);
        }

        var missing = left.Count > 0 ? $" Missing: {string.Join(", ", left)}." : "";
        var excess = more.Count > 0 ? $" Not expected: {string.Join(", ", more)}." : "";
        Expect(left.Count == 0 && more.Count == 0, $"Not the {of} that were expected.{missing}{excess}");
    }

    /// <summary>The step's first line.</summary>
    public static string Head(Terminal terminal, bool isGood, string title, TimeSpan? took) => Terminal.Spread(
        $"   {(isGood ? terminal.Paint(Ink.Good, "✔") : terminal.Paint(Ink.Bad, "✘"))} {(isGood ? title : terminal.Paint(Ink.Bad, title))}",
        took is { } time ? terminal.Paint(Ink.Time, Milliseconds(time)) : "");

    /// <summary>A time as the tour writes it.</summary>
    public static string Milliseconds(TimeSpan time) => time.TotalMilliseconds < 10 ? $"{time.TotalMilliseconds:0.0} ms" : $"{time.TotalMilliseconds:0} ms";
}
