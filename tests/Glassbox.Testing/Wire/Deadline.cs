using System.Diagnostics;
using System.Globalization;

namespace Glassbox.Testing.Wire;

/// <summary>The one moment by which everything that a test waits for must have come.</summary>
public sealed class Deadline : IDisposable
{
    private static readonly double Patience =
        double.TryParse(Environment.GetEnvironmentVariable("GLASSBOX_TEST_PATIENCE"), CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    private readonly CancellationTokenSource source;
    private readonly long begin = Stopwatch.GetTimestamp();

    private Deadline(TimeSpan span)
    {
        Span = span;
        source = new CancellationTokenSource(span);
    }

    /// <summary>From now to the end.</summary>
    public TimeSpan Span { get; }

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>True when it is over.</summary>
    public bool IsOver => source.IsCancellationRequested;

    /// <summary>Since the deadline was set.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(begin);

    /// <summary>A deadline from now on; <c>GLASSBOX_TEST_PATIENCE</c> stretches all of them on slow machines.</summary>
    public static Deadline In(TimeSpan span) => new(span * Patience);

    /// <summary>A deadline from now on, in seconds.</summary>
    public static Deadline Seconds(double seconds) => In(TimeSpan.FromSeconds(seconds));

    /// <summary>Waits for a task, at most until the end.</summary>
    /// <param name="task">What is waited for.</param>
    /// <param name="what">Its name, for the message of a failure.</param>
    /// <exception cref="WireException">It did not come in time.</exception>
    public async Task<T> WaitAsync<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Token);
        }
        catch (OperationCanceledException) when (IsOver)
        {
            throw new WireException($"Never came within {Span.TotalSeconds:0.#} s: {what}");
        }
    }

    /// <summary>Asks again and again until there is an answer, for what nothing announces.</summary>
    /// <param name="what">The expectation's name.</param>
    /// <param name="ask">Gives null as long as it is not so.</param>
    /// <exception cref="WireException">It never was so.</exception>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        // Rarer and rarer: a server that is asked without a pause has none for the work that is waited for.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (await ask() is { } answer) return answer;
            try
            {
                await timer.WaitForNextTickAsync(Token);
                timer.Period = TimeSpan.FromMilliseconds(Math.Min(400, timer.Period.TotalMilliseconds * 1.4));
            }
            catch (OperationCanceledException)
            {
                throw new WireException($"Never was so within {Span.TotalSeconds:0.#} s: {what}");
            }
        }
    }

    /// <summary>Asks again and again until it is so.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> ask) =>
        await UntilAsync<object>(what, async () => await ask() ? this : null);

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}
