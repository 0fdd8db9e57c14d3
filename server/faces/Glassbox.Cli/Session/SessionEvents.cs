using System.Collections.Immutable;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;

namespace Glassbox.Cli.Session;

/// <summary>Listens to a core: shows how far it is, and keeps what it says.</summary>
internal sealed class SessionEvents(ProgressLine line) : ICoreEvents
{
    private readonly Lock gate = new();
    private readonly List<CoreMessage> messages = [];

    /// <summary>What was said and matters, each once, in order.</summary>
    public ImmutableArray<CoreMessage> Messages { get { lock (gate) return [.. messages]; } }

    /// <inheritdoc/>
    public void OnWork(WorkProgress progress)
    {
        if (progress.Stage == WorkStage.End) return;
        var percent = progress.Percent is { } value ? $" {value} %" : "";
        line.Show($"{progress.Title}{percent} {progress.Message}".TrimEnd());
    }

    /// <inheritdoc/>
    public void OnMessage(CoreMessage message)
    {
        if (message.Level < MessageLevel.Warning) return;
        lock (gate)
        {
            var isKnown = messages.Exists(known => known.Text == message.Text || (message.Key is not null && known.Key == message.Key));
            if (isKnown) return;
            messages.Add(message);
        }

        line.Tell($"glassbox: {(message.Level == MessageLevel.Error ? "error" : "warning")}: {Printable.Of(message.Text)}");
    }

    /// <inheritdoc/>
    public void OnTrustNeeded(TrustQuestion question)
    {
        // A command line cannot ask: `--trust` says yes, everything else is no. The core says what it lacks.
    }

    /// <inheritdoc/>
    public void OnFindingsChanged(FindingsChanged change)
    {
        // The verbs ask when they want to know.
    }

    /// <inheritdoc/>
    public void OnDocumentFound(DocumentFindings findings, int done, int total) => line.Show($"Looking at {done} of {total}: {findings.Path.Name}");
}
