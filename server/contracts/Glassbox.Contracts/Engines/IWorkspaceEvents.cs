using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>What a workspace session tells its owner. Implementations return at once.</summary>
public interface IWorkspaceEvents
{
    /// <summary>A new snapshot is current.</summary>
    /// <param name="snapshot">The new snapshot.</param>
    /// <param name="changed">The documents whose text changed, or null when projects or references did, so that anything may have.</param>
    void OnSnapshot(ISnapshot snapshot, IReadOnlyCollection<DocumentPath>? changed);

    /// <summary>Loading began, went on or ended.</summary>
    void OnWork(WorkProgress progress);

    /// <summary>Something to show or to log.</summary>
    void OnMessage(CoreMessage message);

    /// <summary>A decision about trust is needed before MSBuild may evaluate a folder's projects.</summary>
    void OnTrustNeeded(TrustQuestion question);
}
