using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/didSave</c>.</summary>
internal sealed class DidSaveMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/didSave";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var path = parameters.Document();
        session.Core.Mutate(() => { }, core => core.SaveDocumentAsync(path, CancellationToken.None));
    }
}
