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

    public async Task<DocumentFindings> OfAsync(
        Document document, DocumentPath path, int? version, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        var raw = await analyzer.AnalyzeAsync(document, cancellationToken);
        if (raw.Tree is null || raw.Detections.IsEmpty) return Nothing(path, version);
        var compilation = await document.Project.GetCompilationAsync(cancellationToken);
        var options = compilation?.Options.SyntaxTreeOptionsProvider;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var i = 0; i < raw.Detections.Length; i++)
        {
            var detection = raw.Detections[i];
            var severity = SeverityPolicy.Of(detection.RuleId, settings, options, raw.Tree, cancellationToken);
            if (severity == Severity.None || severity < settings.MinimumSeverity) continue;
            findings.Add(new Finding(
                detection.RuleId, severity, detection.Confidence, detection.Message, path, raw.Text.RangeOf(detection.Span),
                [.. detection.Trace.Select(station => new TraceStep(station.Kind, path, raw.Text.RangeOf(station.Span), station.Message))],
                raw.Fingerprints[i]));
        }

        var all = findings.ToImmutable();
        return new DocumentFindings(path, version, ResultIdOf(all), all);
    }

    private static string ResultIdOf(ImmutableArray<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
            text.Append(finding.Fingerprint).Append(finding.Range).Append(finding.Severity).Append(finding.Confidence).Append(finding.Message).AppendJoin('|', finding.Trace.Select(step => step.Range)).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
