namespace Glassbox.Cli.Text;

/// <summary>One line on the terminal that is written over; nothing at all where standard error is no terminal.</summary>
internal sealed class ProgressLine(TextWriter error, bool isTerminal, TimeProvider time)
{
    private const string EraseLine = "\r\u001b[2K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly Lock gate = new();
    private bool isShown;
    private bool isOver;
    private long shownAt;

    /// <summary>Shows a state; states that follow too soon are left out.</summary>
    public void Show(string text)
    {
        if (!isTerminal) return;
        lock (gate)
        {
            if (isOver || (isShown && time.GetElapsedTime(shownAt) < Pause)) return;
            error.Write($"{EraseLine}{(text.Length > 78 ? text[..77] + "…" : text)}");
            isShown = true;
            shownAt = time.GetTimestamp();
        }
    }

    /// <summary>Writes a line that stays.</summary>
    public void Tell(string line)
    {
        lock (gate)
        {
            Erase();
            error.WriteLine(line);
        }
    }

    /// <summary>Takes the line away for good.</summary>
    public void Close()
    {
        lock (gate)
        {
            Erase();
            isOver = true;
        }
    }

    private void Erase()
    {
        if (isShown) error.Write(EraseLine);
        isShown = false;
    }
}
