using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/didOpen</c>.</summary>
internal sealed class DidOpenMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/didOpen";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var uri = parameters.Required<string>("textDocument.uri");
        var document = new MirroredDocument(
            uri,
            Uris.ToPath(uri),
            parameters.Optional<string>("textDocument.languageId") ?? "",
            parameters.Optional<int>("textDocument.version"),
            TextBuffer.Create(parameters.Required<string>("textDocument.text")));
        session.StartCore(); // A client that forgot `initialized` is served all the same.
        session.Core.Mutate(
            () => session.Mirror.Set(document),
            core => core.OpenDocumentAsync(
                new OpenedDocument(document.Path, document.LanguageId, document.Version, document.Buffer.Text), CancellationToken.None));
    }
}
