using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/diagnostic</c>.</summary>
internal sealed class DocumentDiagnosticMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/diagnostic";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var path = parameters.Document();
        var known = parameters.Optional<string>("previousResultId");
        DocumentFindings found;
        try
        {
            found = await session.Core.Core.FindAsync(path, cancellationToken);
            await session.Rules.LoadAsync(session.Core.Core, cancellationToken);
        }
        catch (CoreUnavailableException)
        {
            throw DiagnosticReports.AskAgain();
        }

        return DiagnosticReports.Of(session, found, known);
    }
}
