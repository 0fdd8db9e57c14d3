using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/didClose</c>.</summary>
internal sealed class DidCloseMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/didClose";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var path = parameters.Document();
        session.Core.Mutate(() => session.Mirror.Remove(path), core => core.CloseDocumentAsync(path, CancellationToken.None));
        session.Findings.DocumentClosed(path);
    }
}
