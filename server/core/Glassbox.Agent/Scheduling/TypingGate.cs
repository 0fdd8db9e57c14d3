namespace Glassbox.Agent.Scheduling;

/// <summary>
/// Holds background work back while someone types. Answers to keystrokes pass through <see cref="EnterTyping"/>; work that
/// nobody waits for asks <see cref="WaitForQuietAsync"/> before each unit of at most some tens of milliseconds.
/// </summary>
public sealed class TypingGate(TimeProvider time)
{
    // Between two keystrokes of a fast typist lie 60 to 150 ms; a pause this long means the burst is over.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    // Somebody who types without a pause would otherwise keep what he types from ever being learned.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(600);

    private int active;
    private long lastActivity = time.GetTimestamp() - time.TimestampFrequency;

    /// <summary>Marks the time until the result is disposed as typing.</summary>
    public IDisposable EnterTyping()
    {
        Interlocked.Increment(ref active);
        return new Pass(this);
    }

    /// <summary>Notes a keystroke, which will be followed by questions.</summary>
    public void NoteKeystroke() => Volatile.Write(ref lastActivity, time.GetTimestamp());

    /// <summary>Returns once nothing was typed or answered for a moment, or after a little more than half a second.</summary>
    public async Task WaitForQuietAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (time.GetElapsedTime(began) >= Longest) return;
            var since = time.GetElapsedTime(Volatile.Read(ref lastActivity));
            if (Volatile.Read(ref active) == 0 && since >= Quiet) return;
            var wait = since >= Quiet ? Quiet : Quiet - since;
            await Task.Delay(wait < TimeSpan.FromMilliseconds(5) ? TimeSpan.FromMilliseconds(5) : wait, time, cancellationToken);
        }
    }

    private sealed class Pass(TypingGate gate) : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) != 0) return;
            Interlocked.Decrement(ref gate.active);
            gate.NoteKeystroke();
        }
    }
}
