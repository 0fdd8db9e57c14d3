using System.Collections.Concurrent;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;

namespace Glassbox.Core.Tests.Link;

/// <summary>Collects what a core says.</summary>
internal sealed class RecordedEvents : ICoreEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public BlockingCollection<object> All { get; } = [];

    public void OnWork(WorkProgress progress) => All.Add(progress);

    public void OnMessage(CoreMessage message) => All.Add(message);

    public void OnTrustNeeded(TrustQuestion question) => All.Add(question);

    public void OnFindingsChanged(FindingsChanged change) => All.Add(change);

    public void OnDocumentFound(DocumentFindings findings, int done, int total) => All.Add((findings, done, total));

    /// <summary>The next event of a type, others skipped.</summary>
    public T Next<T>()
    {
        while (All.TryTake(out var one, Patience))
        {
            if (one is T wanted) return wanted;
        }

        throw new TimeoutException($"No {typeof(T).Name} came within {Patience.TotalSeconds} s.");
    }
}
