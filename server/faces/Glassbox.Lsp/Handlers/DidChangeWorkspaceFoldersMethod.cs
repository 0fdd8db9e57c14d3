using System.Collections.Immutable;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>workspace/didChangeWorkspaceFolders</c>.</summary>
internal sealed class DidChangeWorkspaceFoldersMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "workspace/didChangeWorkspaceFolders";

    /// <inheritdoc/>
    public void Take(JToken? parameters) =>
        session.ChangeFolders(new FolderChange(Folders(parameters, "event.added"), Folders(parameters, "event.removed")));

    private static ImmutableArray<DocumentPath> Folders(JToken? parameters, string path) =>
        [.. (parameters.Optional<JToken>(path) ?? new JArray())
            .Select(folder => Uris.ToPath(folder.Required<string>("uri")))
            .Where(folder => folder.IsFile)];
}
