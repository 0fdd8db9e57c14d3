using System.Collections.Immutable;
using Glassbox.Analysis.Detections;
using Glassbox.Analysis.Fixes;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Actions;

/// <summary>Lists what can be done about the findings at a range. Fixes are verified one after the other, on demand.</summary>
internal sealed class ActionLister(FindingSource findings, FixVerifier verifier)
{
    public async Task<ImmutableArray<CodeActionOffer>> ListAsync(
        RoslynSnapshot snapshot, Document document, DocumentPath path, TextRange range, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var (analysis, reported) = await findings.ReportAsync(document, path, settings, cancellationToken);
        // By lines, as editors show findings: whoever asks on a line means what is marked there, what is under the cursor first.
        var touched = reported
            .Where(one => one.Finding.Range.Start.Line <= range.End.Line && range.Start.Line <= one.Finding.Range.End.Line)
            .OrderByDescending(one => one.Finding.Range.Touches(range))
            .ToList();
        if (touched.Count == 0) return [];
        var version = snapshot.VersionOf(path);
        var offers = ImmutableArray.CreateBuilder<CodeActionOffer>();
        var fixable = new HashSet<string>();
        foreach (var one in touched)
        {
            var isFirst = true;
            foreach (var fix in FixCatalog.For(one.Finding.RuleId))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await verifier.TryAsync(fix, document, analysis, one.Index, cancellationToken) is not { } verified) continue;
                fixable.Add(one.Finding.RuleId);
                offers.Add(Offer(CodeActionKind.QuickFix, FixScope.Finding, one, fix.Id, verified.Title, isFirst));
                isFirst = false;
            }

            if (isFirst) offers.Add(Refusal(one));
        }

        foreach (var one in touched)
        {
            foreach (var reason in SuppressionEdit.Reasons)
                offers.Add(Offer(CodeActionKind.Suppress, FixScope.Finding, one, reason, $"Ignore {one.Finding.RuleId} here: {reason}", isPreferred: false));
        }

        foreach (var rule in fixable.Order(StringComparer.Ordinal)) AddFixAll(rule);
        if (fixable.Count > 0 || await HasFixableAsync()) AddFixAllInDocument();
        return offers.ToImmutable();

        CodeActionOffer Offer(CodeActionKind kind, FixScope scope, ReportedFinding one, string fixId, string title, bool isPreferred) =>
            new(new CodeActionId(kind, path, version, scope, one.Finding.RuleId, one.Finding.Fingerprint, fixId), title, isPreferred, [one.Finding.Fingerprint], DisabledReason: null);

        // Said, where the client can show it, so that a missing fix is not taken for a broken one.
        CodeActionOffer Refusal(ReportedFinding one) =>
            Offer(CodeActionKind.QuickFix, FixScope.Finding, one, "", $"Fix {one.Finding.RuleId}", isPreferred: false) with
            {
                DisabledReason = FixCatalog.For(one.Finding.RuleId).Any()
                    ? "No fix could be verified here: each would not compile, leave the finding, or bring a new one."
                    : $"There is no fix for {one.Finding.RuleId} that is safe everywhere.",
            };

        void AddFixAll(string rule)
        {
            var same = reported.Where(one => one.Finding.RuleId == rule).Select(one => one.Finding.Fingerprint).ToImmutableArray();
            if (same.Length > 1) Add(FixScope.Document, "in this document");
            Add(FixScope.Project, "in this project");
            Add(FixScope.Solution, "everywhere");

            void Add(FixScope scope, string where) => offers.Add(new CodeActionOffer(
                new CodeActionId(CodeActionKind.FixAllOfRule, path, version, scope, rule, Fingerprint: null, FixId: null),
                $"Fix all {rule} {where}", IsPreferred: false, same, DisabledReason: null));
        }

        void AddFixAllInDocument() => offers.Add(new CodeActionOffer(
            new CodeActionId(CodeActionKind.FixAllInDocument, path, version, FixScope.Document, RuleId: null, Fingerprint: null, FixId: null),
            "Fix all that is safe to fix in this document", IsPreferred: false, [.. reported.Select(one => one.Finding.Fingerprint)], DisabledReason: null));

        async Task<bool> HasFixableAsync()
        {
            foreach (var one in reported.Except(touched))
            {
                foreach (var fix in FixCatalog.For(one.Finding.RuleId))
                {
                    if (await verifier.TryAsync(fix, document, analysis, one.Index, cancellationToken) is not null) return true;
                }
            }

            return false;
        }
    }
}
