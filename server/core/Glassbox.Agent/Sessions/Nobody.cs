using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Sessions;

/// <summary>Hears what a core says that serves nobody.</summary>
public sealed class Nobody : ICoreEvents
{
    /// <inheritdoc/>
    public void OnWork(WorkProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnMessage(CoreMessage message)
    {
    }

    /// <inheritdoc/>
    public void OnTrustNeeded(TrustQuestion question)
    {
    }

    /// <inheritdoc/>
    public void OnFindingsChanged(FindingsChanged change)
    {
    }

    /// <inheritdoc/>
    public void OnDocumentFound(DocumentFindings findings, int done, int total)
    {
    }
}
