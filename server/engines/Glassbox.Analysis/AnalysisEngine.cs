using System.Collections.Immutable;
using Glassbox.Analysis.Actions;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Fixes;
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
    private readonly FindingSource findings;
    private readonly ActionLister lister;
    private readonly ActionResolver resolver;

    /// <summary>Makes an engine with empty caches.</summary>
    public AnalysisEngine()
    {
        var analyzer = new DocumentAnalyzer();
        var verifier = new FixVerifier(analyzer);
        findings = new FindingSource(analyzer);
        lister = new ActionLister(findings, verifier);
        resolver = new ActionResolver(analyzer, findings, verifier);
    }

    /// <inheritdoc/>
    public ImmutableArray<RuleInfo> Rules => RuleCatalog.All;

    /// <summary>The rules some of whose findings can be fixed.</summary>
    public ImmutableHashSet<string> FixableRules => [.. FixCatalog.All.Select(fix => fix.RuleId)];

    /// <inheritdoc/>
    public async Task<DocumentFindings> AnalyzeAsync(
        ISnapshot snapshot, DocumentPath path, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var roslyn = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled || !roslyn.TryGetDocument(path, out var document)) return FindingSource.Nothing(path, roslyn.VersionOf(path));
        return await findings.OfAsync(document, path, roslyn.VersionOf(path), settings, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<CodeActionOffer>> ListActionsAsync(
        ISnapshot snapshot, DocumentPath path, TextRange range, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var roslyn = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled || !roslyn.TryGetDocument(path, out var document)) return [];
        return await lister.ListAsync(roslyn, document, path, range, settings, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CodeActionEdit> ResolveActionAsync(
        ISnapshot snapshot, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var roslyn = RoslynSnapshot.From(snapshot);
        if (!settings.Enabled) return CodeActionEdit.Refused("Analysis is switched off in the settings.");
        if (!roslyn.TryGetDocument(action.Path, out var document)) return CodeActionEdit.Refused($"{action.Path.Name} is no longer part of the workspace.");
        return await resolver.ResolveAsync(roslyn, document, action, settings, cancellationToken);
    }

    /// <inheritdoc/>
    public string Explain(Finding finding) => Explanation.Of(finding);
}
