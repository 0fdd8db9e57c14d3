using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Fixes;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Actions;

/// <summary>Takes fix after fix on a fork, looking again after each, until nothing more can be fixed.</summary>
internal sealed class FixAll(FindingSource findings, FixVerifier verifier)
{
    public async Task<CodeActionEdit> RunAsync(
        RoslynSnapshot snapshot, Document origin, CodeActionId action, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var solution = snapshot.Solution;
        var edits = ImmutableArray.CreateBuilder<DocumentEdits>();
        var (fixedCount, left) = (0, 0);
        foreach (var path in Scope(snapshot, origin, action))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!snapshot.TryGetDocument(path, out var known) || solution.GetDocument(known.Id) is not { } document) continue;
            var result = await FixDocumentAsync(document, path, action.RuleId, settings, cancellationToken);
            fixedCount += result.Fixed;
            left += result.Left;
            if (result.Fixed == 0) continue;
            var original = await known.GetTextAsync(cancellationToken);
            var text = result.Texts[^1];
            if (!await verifier.BringsNoErrorAsync(known, result.Document, cancellationToken)) return CodeActionEdit.Refused($"Taken together the fixes of {path.Name} do not compile.");
            foreach (var id in solution.GetDocumentIdsWithFilePath(path.Value)) solution = solution.WithDocumentText(id, text);
            edits.Add(EditBuilder.Of(path, snapshot.VersionOf(path), original, text.GetTextChanges(original)));
            GC.KeepAlive(result.Texts);
        }

        return fixedCount == 0
            ? CodeActionEdit.Refused(left == 0 ? "There is nothing left to fix." : $"None of the {left} findings has a fix that passes its checks.")
            : new CodeActionEdit(edits.ToImmutable(), Refusal: null, fixedCount, left);
    }

    private static IEnumerable<DocumentPath> Scope(RoslynSnapshot snapshot, Document origin, CodeActionId action) => action.Scope switch
    {
        FixScope.Solution => snapshot.Documents,
        FixScope.Project => snapshot.Documents.Where(path => snapshot.TryGetDocument(path, out var document) && document.Project.Id == origin.Project.Id),
        _ => [action.Path],
    };

    private async Task<Outcome> FixDocumentAsync(
        Document document, DocumentPath path, string? ruleId, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        // Every text is kept: a text knows its changes from an earlier one only while those between are alive.
        var texts = new List<SourceText> { await document.GetTextAsync(cancellationToken) };
        var failed = new HashSet<string>();
        var count = 0;
        while (true)
        {
            var (analysis, reported) = await findings.ReportAsync(document, path, settings, cancellationToken);
            var open = reported.Where(one => ruleId is null || one.Finding.RuleId == ruleId).ToList();
            var next = await NextAsync(document, analysis, open, failed, cancellationToken);
            if (next is null) return new Outcome(document, texts, count, open.Count);
            texts.Add(texts[^1].WithChanges(next.Changes));
            document = document.WithText(texts[^1]);
            count += open.Count - (await findings.ReportAsync(document, path, settings, cancellationToken)).Findings.Count(one => ruleId is null || one.Finding.RuleId == ruleId);
        }
    }

    private async Task<VerifiedFix?> NextAsync(
        Document document, RawAnalysis analysis, List<ReportedFinding> open, HashSet<string> failed, CancellationToken cancellationToken)
    {
        foreach (var one in open)
        {
            if (failed.Contains(one.Finding.Fingerprint)) continue;
            foreach (var fix in FixCatalog.For(one.Finding.RuleId))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await verifier.TryAsync(fix, document, analysis, one.Index, cancellationToken) is { } verified) return verified;
            }

            failed.Add(one.Finding.Fingerprint);
        }

        return null;
    }

    private sealed record Outcome(Document Document, List<SourceText> Texts, int Fixed, int Left);
}
