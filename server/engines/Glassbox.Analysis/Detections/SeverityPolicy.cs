using Glassbox.Analysis.Rules;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Settings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Detections;

/// <summary>A rule's severity: what the settings say, else <c>.editorconfig</c>, else the rule itself.</summary>
internal static class SeverityPolicy
{
    public static Severity Of(
        string ruleId, AnalysisSettings settings, SyntaxTreeOptionsProvider? options, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (settings.Rules.TryGetValue(ruleId, out var chosen)) return chosen;
        if (options is not null && options.TryGetDiagnosticValue(tree, ruleId, cancellationToken, out var configured))
        {
            switch (configured)
            {
                case ReportDiagnostic.Error: return Severity.Error;
                case ReportDiagnostic.Warn: return Severity.Warning;
                case ReportDiagnostic.Info: return Severity.Information;
                case ReportDiagnostic.Hidden: return Severity.Hint;
                case ReportDiagnostic.Suppress: return Severity.None;
            }
        }

        return RuleCatalog.ById[ruleId].Severity;
    }
}
