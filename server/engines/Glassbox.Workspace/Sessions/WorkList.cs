using System.Globalization;
using Glassbox.Contracts.Session;

namespace Glassbox.Workspace.Sessions;

/// <summary>Pieces of work that the user sees and may cancel.</summary>
internal sealed class WorkList(EventPump events)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Begins a piece of work.</summary>
    public Work Begin(string title, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        string id;
        lock (gate)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"load-{++count}");
            running.Add(id, source);
        }

        events.Post(listener => listener.OnWork(new WorkProgress(id, WorkStage.Begin, title, null, null, CanCancel: true)));
        return new Work(this, id, title, source);
    }

    /// <summary>Cancels a piece of work; unknown ids are ignored.</summary>
    public void Cancel(string id)
    {
        lock (gate)
        {
            if (running.TryGetValue(id, out var source)) source.Cancel();
        }
    }

    private void Post(WorkProgress progress) => events.Post(listener => listener.OnWork(progress));

    private void End(string id)
    {
        lock (gate) running.Remove(id);
    }

    /// <summary>One piece of work; ends when it is disposed.</summary>
    internal sealed class Work(WorkList list, string id, string title, CancellationTokenSource source) : IDisposable
    {
        private string? outcome;

        /// <summary>Ends the work when the user wants that.</summary>
        public CancellationToken Token => source.Token;

        /// <summary>Says what is being done.</summary>
        public void Report(string message, int? percent = null) =>
            list.Post(new WorkProgress(id, WorkStage.Report, title, message, percent, CanCancel: true));

        /// <summary>Says how it ended.</summary>
        public void Done(string message) => outcome = message;

        /// <inheritdoc/>
        public void Dispose()
        {
            list.End(id);
            var message = outcome ?? (source.IsCancellationRequested ? "Stopped; what was loaded stays." : null);
            list.Post(new WorkProgress(id, WorkStage.End, title, message, null, CanCancel: false));
            source.Dispose();
        }
    }
}
