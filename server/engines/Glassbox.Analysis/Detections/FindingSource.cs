using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Detections;

/// <summary>Detections as findings: with severity, ranges and fingerprints.</summary>
internal sealed class FindingSource(DocumentAnalyzer analyzer)
{
    public static DocumentFindings Nothing(DocumentPath path, int? version) => new(path, version, ResultIdOf([]), []);

    /// <summary>The findings of a document as its contract wants them.</summary>
    public async Task<DocumentFindings> OfAsync(
        Document document, DocumentPath path, int? version, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var (_, reported) = await ReportAsync(document, path, settings, cancellationToken);
        var findings = reported.Select(one => one.Finding).ToImmutableArray();
        return new DocumentFindings(path, version, ResultIdOf(findings), findings);
    }

    /// <summary>The findings that the settings let pass, with the analysis behind them.</summary>
    public async Task<(RawAnalysis Analysis, ImmutableArray<ReportedFinding> Findings)> ReportAsync(
        Document document, DocumentPath path, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var raw = await analyzer.AnalyzeAsync(document, cancellationToken);
        if (raw.Tree is null || raw.Detections.IsEmpty) return (raw, []);
        var compilation = await document.Project.GetCompilationAsync(cancellationToken);
        var options = compilation?.Options.SyntaxTreeOptionsProvider;
        var findings = ImmutableArray.CreateBuilder<ReportedFinding>();
        for (var i = 0; i < raw.Detections.Length; i++)
        {
            var detection = raw.Detections[i];
            var severity = SeverityPolicy.Of(detection.RuleId, settings, options, raw.Tree, cancellationToken);
            if (severity == Severity.None || severity < settings.MinimumSeverity) continue;
            // What is only likely is worth a look, not an alarm.
            if (detection.Confidence == Confidence.Low && severity > Severity.Information && !settings.Rules.ContainsKey(detection.RuleId)) severity = Severity.Information;
            if (severity < settings.MinimumSeverity) continue;
            var trace = detection.Trace.Select(station => station.Elsewhere is { } there
                ? new TraceStep(station.Kind, there.Path, there.Range, station.Message)
                : new TraceStep(station.Kind, path, raw.Text.RangeOf(station.Span), station.Message));
            var range = raw.Text.RangeOf(detection.Span);
            findings.Add(new ReportedFinding(
                new Finding(detection.RuleId, severity, detection.Confidence, detection.Message, path, range, [.. trace], raw.Fingerprints[i]), i));
        }

        return (raw, findings.ToImmutable());
    }

    private static string ResultIdOf(ImmutableArray<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(finding.Fingerprint).Append(finding.Range).Append(finding.Severity).Append(finding.Confidence).Append(finding.Message)
                .AppendJoin('|', finding.Trace.Select(step => step.Range)).Append('\n');
        }


        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
