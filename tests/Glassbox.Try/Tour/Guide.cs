using System.Diagnostics;
using Glassbox.Testing.Wire;
using Glassbox.Try.Screen;

namespace Glassbox.Try.Tour;

/// <summary>Leads through the chapters and keeps count.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="sample">The copy of the sample.</param>
/// <param name="planted">What is wrong in it on purpose.</param>
internal sealed class Guide(Terminal terminal, SampleCopy sample, IReadOnlyList<PlantedFinding> planted) : IAsyncDisposable
{
    private readonly long begin = Stopwatch.GetTimestamp();
    private int good;
    private int failed;
    private LspClient? client;

    /// <summary>Where it is shown.</summary>
    public Terminal Terminal { get; } = terminal;

    /// <summary>The copy of the sample.</summary>
    public SampleCopy Sample { get; } = sample;

    /// <summary>What is wrong in the sample on purpose.</summary>
    public IReadOnlyList<PlantedFinding> Planted { get; } = planted;

    /// <summary>The editor, once the first step has started it.</summary>
    public LspClient Client
    {
        get => client ?? throw new StepFailedException("The server does not run.");
        set => client = value;
    }

    /// <summary>Runs the chapters; without a server there is nothing after the first.</summary>
    public async Task LeadAsync(IReadOnlyList<IChapter> chapters)
    {
        Terminal.Line();
        Terminal.Line($" {Terminal.Paint(Ink.Title, "Glassbox")}  {Terminal.Paint(Ink.Dim, "what an editor gets from it. A real server over stdio, on a copy of samples/Shop.")}");
        foreach (var chapter in chapters)
        {
            if (client is null && !ReferenceEquals(chapter, chapters[0])) break;
            Terminal.Line();
            Terminal.Line($" {Terminal.Paint(Ink.Strong, chapter.Title)}");
            try
            {
                await chapter.RunAsync(this);
            }
            catch (StepFailedException)
            {
                Terminal.Line($"     {Terminal.Paint(Ink.Dim, "The rest of this part needs that step, and is left out.")}");
            }
        }
    }

    /// <summary>Takes one step and shows it.</summary>
    /// <exception cref="StepFailedException">It was shown as failed; what follows in the chapter cannot be tried.</exception>
    public async Task StepAsync(string title, Func<Step, Task> take)
    {
        var step = new Step();
        try
        {
            Terminal.Transient($"   {Terminal.Paint(Ink.Dim, "… " + title)}");
            await take(step);
            Report(title, step, failure: null);
        }
        catch (Exception failure)
        {
            // The boundary of the tour: an answer that cannot be read is the server's failure like any other.
            var isExpected = failure is StepFailedException or WireException or LspErrorException;
            Report(title, step, isExpected ? failure.Message : $"An answer that cannot be read. {failure.GetType().Name}: {failure.Message}");
            throw new StepFailedException(title);
        }
    }

    /// <summary>Says how it went.</summary>
    /// <returns>True when every step went as it should.</returns>
    public bool Conclude()
    {
        var isGood = failed == 0 && good > 0;
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Terminal.Line();
        Terminal.Line(isGood
            ? $" {Terminal.Paint(Ink.Good, $"All {good} steps went as they should")} in {seconds:0.0} s."
            : $" {Terminal.Paint(Ink.Bad, $"{failed} of {good + failed} steps failed")}, after {seconds:0.0} s.");
        if (isGood)
        {
            Terminal.Line();
            Terminal.Line($"   {Terminal.Paint(Ink.Dim, "in your editor".PadRight(22))} clients/  (Neovim, VS Code, Rider), or any other: start  glassbox lsp");
            Terminal.Line($"   {Terminal.Paint(Ink.Dim, "on the command line".PadRight(22))} artifacts/glassbox/glassbox check samples/Shop");
        }
        else if (client is { Process.StandardError.Length: > 0 } server)
        {
            Terminal.Line($" {Terminal.Paint(Ink.Dim, "The server's standard error:")}");
            foreach (var line in server.Process.StandardError.Trim().Split('\n').TakeLast(12)) Terminal.Line($"   {Terminal.Cut(line, Terminal.Width - 4)}");
        }

        Terminal.Line();
        return isGood;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (client is not null) await client.DisposeAsync();
    }

    private void Report(string title, Step step, string? failure)
    {
        Terminal.EndTransient();
        Terminal.Line(Step.Head(Terminal, failure is null, title, step.Took));
        foreach (var line in step.Lines) Terminal.Line("     " + line);
        if (failure is null)
        {
            good++;
            return;
        }

        failed++;
        foreach (var line in failure.Split('\n').SelectMany(line => Terminal.Wrap(line, Terminal.Width - 8)).Take(12))
        {
            Terminal.Line("     " + Terminal.Paint(Ink.Bad, Terminal.Cut(line, Terminal.Width - 8)));
        }
    }
}
