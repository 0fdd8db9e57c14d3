using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>Finds what matters, explains it, and fixes it. Stateless but for caches: every call names its snapshot.</summary>
public interface IAnalysisEngine
{
    /// <summary>Every rule, in order of id.</summary>
    ImmutableArray<RuleInfo> Rules { get; }

    /// <summary>The findings of one document; empty for languages it does not know and for generated code.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<DocumentFindings> AnalyzeAsync(ISnapshot snapshot, DocumentPath path, AnalysisSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// The actions for the findings that touch a range. A fix is listed only after it was verified on a fork of the
    /// snapshot: it parses, binds, removes the finding, and brings no new error and no new finding.
    /// </summary>
    Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, AnalysisSettings settings, CancellationToken cancellationToken);

    /// <summary>The edit of one action, verified against this snapshot.</summary>
    Task<CodeActionEdit> ResolveActionAsync(
        ISnapshot snapshot, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken);

    /// <summary>Explains a finding in Markdown: why it is dangerous here, the flow, how to make it safe, the CWE.</summary>
    string Explain(Finding finding);
}
