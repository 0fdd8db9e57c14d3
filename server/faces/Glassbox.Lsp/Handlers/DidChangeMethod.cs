using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/didChange</c>, incremental or whole, also mixed in one message.</summary>
internal sealed class DidChangeMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/didChange";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var path = parameters.Document();
        if (session.Mirror.Find(path) is not { } before)
        {
            session.Messages.Report(new CoreMessage(
                MessageLevel.Warning, $"The editor changed '{path.Name}' without opening it; the change was ignored.", "change-closed:" + path.Value, Show: false));
            return;
        }

        // Clients must count up; one that sends no version gets one of ours, so that versions still tell texts apart.
        var version = parameters.Optional<int?>("textDocument.version") ?? before.Version + 1;
        var buffer = before.Buffer;
        var edits = ImmutableArray.CreateBuilder<OffsetEdit>();
        foreach (var change in parameters.Required<JToken>("contentChanges"))
        {
            TextRange? range = change["range"] is JObject ? change.Range() : null;
            (buffer, var edit) = buffer.Apply(range, change.Required<string>("text"), session.Mirror.Encoding);
            edits.Add(edit);
        }

        var after = before with { Version = version, Buffer = buffer };
        var sent = new DocumentChange(path, version, edits.ToImmutable(), before.Buffer.Text.Length);
        session.Core.Mutate(() => session.Mirror.Set(after), core => core.ChangeDocumentAsync(sent, CancellationToken.None));
    }
}
