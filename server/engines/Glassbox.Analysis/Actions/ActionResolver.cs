using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Fixes;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Settings;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Actions;

/// <summary>Computes the edit of an action against the snapshot of now, whatever it was listed on.</summary>
internal sealed class ActionResolver(DocumentAnalyzer analyzer, FindingSource findings, FixVerifier verifier)
{
    private readonly FixAll fixAll = new(findings, verifier);

    public async Task<CodeActionEdit> ResolveAsync(
        RoslynSnapshot snapshot, Document document, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        if (action.Kind is CodeActionKind.FixAllOfRule or CodeActionKind.FixAllInDocument) return await fixAll.RunAsync(snapshot, document, action, settings, cancellationToken);
        var (analysis, reported) = await findings.ReportAsync(document, action.Path, settings, cancellationToken);
        var found = reported.FirstOrDefault(one => one.Finding.Fingerprint == action.Fingerprint);
        if (found is null) return CodeActionEdit.Refused($"The finding {action.RuleId} is no longer in {action.Path.Name}.");
        return action.Kind == CodeActionKind.Suppress
            ? await SuppressAsync(snapshot, document, analysis, found, action, cancellationToken)
            : await FixAsync(snapshot, document, analysis, found, action, cancellationToken);
    }

    private async Task<CodeActionEdit> FixAsync(
        RoslynSnapshot snapshot, Document document, RawAnalysis analysis, ReportedFinding found, CodeActionId action, CancellationToken cancellationToken)
    {
        var fix = FixCatalog.For(found.Finding.RuleId).FirstOrDefault(fix => fix.Id == action.FixId);
        if (fix is null) return CodeActionEdit.Refused($"There is no fix '{action.FixId}' for {found.Finding.RuleId}.");
        if (await verifier.TryAsync(fix, document, analysis, found.Index, cancellationToken) is not { } verified)
            return CodeActionEdit.Refused($"The fix of {found.Finding.RuleId} no longer passes its checks in {action.Path.Name}.");
        return Edit(snapshot, analysis, action, verified.Changes);
    }

    private async Task<CodeActionEdit> SuppressAsync(
        RoslynSnapshot snapshot, Document document, RawAnalysis analysis, ReportedFinding found, CodeActionId action, CancellationToken cancellationToken)
    {
        if (action.FixId is not { Length: > 0 } reason || reason.AsSpan().IndexOfAny('\r', '\n') >= 0) return CodeActionEdit.Refused("A finding is ignored only with a reason on one line.");
        var root = await document.GetSyntaxRootAsync(cancellationToken);
        if (root is null) return CodeActionEdit.Refused($"{action.Path.Name} could not be read.");
        foreach (var change in SuppressionEdit.Candidates(analysis, analysis.Detections[found.Index], reason, root))
        {
            var changed = document.WithText(analysis.Text.WithChanges(change));
            var after = await analyzer.AnalyzeAsync(changed, cancellationToken);
            if (after.Detections.Length < analysis.Detections.Length && await verifier.BringsNoErrorAsync(document, changed, cancellationToken)) return Edit(snapshot, analysis, action, [change]);
        }

        return CodeActionEdit.Refused("There is no place for a comment near this finding.");
    }

    private static CodeActionEdit Edit(RoslynSnapshot snapshot, RawAnalysis analysis, CodeActionId action, IEnumerable<TextChange> changes) =>
        new([EditBuilder.Of(action.Path, snapshot.VersionOf(action.Path), analysis.Text, changes)], Refusal: null, Fixed: 1, Left: 0);
}
