using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed class DidChangeWatchedFilesMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "workspace/didChangeWatchedFiles";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var changes = parameters.Required<JToken>("changes")
            .Select(change => new FileChange(
                Uris.ToPath(change.Required<string>("uri")),
                change.Required<int>("type") switch
                {
                    1 => FileChangeKind.Created,
                    3 => FileChangeKind.Deleted,
                    _ => FileChangeKind.Changed,
                }))
            .Where(change => change.Path.IsFile)
            .ToImmutableArray();
        if (changes.IsEmpty) return;
        session.Core.Mutate(() => { }, core => core.ChangeFilesAsync(changes, CancellationToken.None));
    }
}
