using Glassbox.Contracts.Findings;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary>A document's diagnostic report: whole, or that nothing changed.</summary>
internal static class DiagnosticReports
{
    /// <summary>Builds a report against what the client says that it has.</summary>
    public static JObject Of(LspSession session, DocumentFindings found, string? known) =>
        known == found.ResultId
            ? new JObject { ["kind"] = "unchanged", ["resultId"] = found.ResultId }
            : new JObject
            {
                ["kind"] = "full",
                ["resultId"] = found.ResultId,
                ["items"] = new JArray(found.Findings.Select(finding => session.Json.Diagnostic(finding, session.Rules.Find(finding.RuleId)))),
            };
}
