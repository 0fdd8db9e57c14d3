using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Rules;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;

namespace Glassbox.Analysis;

/// <summary>C# analysis: rules, taint, fixes. Needs snapshots of <see cref="RoslynSnapshot"/>.</summary>
public sealed class AnalysisEngine : IAnalysisEngine
{
    private readonly FindingSource findings = new(new DocumentAnalyzer());

    /// <inheritdoc/>
    public ImmutableArray<RuleInfo> Rules => RuleCatalog.All;

    /// <inheritdoc/>
    public async Task<DocumentFindings> AnalyzeAsync(
        ISnapshot snapshot, DocumentPath path, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var roslyn = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled || !path.IsCSharp || !roslyn.TryGetDocument(path, out var document)) return FindingSource.Nothing(path, roslyn.VersionOf(path));
        return await findings.OfAsync(document, path, roslyn.VersionOf(path), settings, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, AnalysisSettings settings, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<CodeActionEdit> ResolveActionAsync(
        ISnapshot snapshot, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc/>
    public string Explain(Finding finding) => Explanation.Of(finding);
}
