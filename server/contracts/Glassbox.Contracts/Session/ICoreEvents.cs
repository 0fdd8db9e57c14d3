using Glassbox.Contracts.Findings;

namespace Glassbox.Contracts.Session;

/// <summary>What a session tells its face. Implementations return at once and do not throw.</summary>
public interface ICoreEvents
{
    /// <summary>Work began, went on or ended.</summary>
    void OnWork(WorkProgress progress);

    /// <summary>Something to show or to log.</summary>
    void OnMessage(CoreMessage message);

    /// <summary>A decision about trust is needed; answer with <see cref="ICore.AnswerTrustAsync"/>.</summary>
    void OnTrustNeeded(TrustQuestion question);

    /// <summary>Findings may have changed: ask again for what is shown.</summary>
    void OnFindingsChanged(FindingsChanged change);

    /// <summary>One document of <see cref="ICore.FindAllAsync"/> is done.</summary>
    void OnDocumentFound(DocumentFindings findings, int done, int total);
}
