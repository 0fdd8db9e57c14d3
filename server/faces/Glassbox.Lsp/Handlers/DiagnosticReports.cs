using Glassbox.Contracts.Findings;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;

namespace Glassbox.Lsp.Handlers;

/// <summary>A document's diagnostic report: whole, or that nothing changed.</summary>
internal static class DiagnosticReports
{
    // Spec: LSP 3.17, LSPErrorCodes.ServerCancelled with DiagnosticServerCancellationData: the client asks again.
    private const int ServerCancelled = -32802;

    /// <summary>What a client is told while there is no core.</summary>
    public static RpcErrorException AskAgain() =>
        new(ServerCancelled, new JObject { ["retriggerRequest"] = true }, "The agent core is being restarted; ask again.");

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
