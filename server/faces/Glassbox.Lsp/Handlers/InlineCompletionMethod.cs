using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>textDocument/inlineCompletion</c> (LSP 3.18): ghost text.</summary>
internal sealed class InlineCompletionMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "textDocument/inlineCompletion";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var path = parameters.Document();
        var position = session.Mirror.ToUtf16(path, parameters.Position());
        var query = new GhostTextQuery(
            path,
            position,
            // Spec: InlineCompletionTriggerKind.Invoked.
            IsExplicit: parameters.Optional<int?>("context.triggerKind") is 1,
            parameters.Optional<string>("context.selectedCompletionInfo.text"));
        var started = session.Time.GetTimestamp();
        try
        {
            var ghosts = await session.Core.Core.CompleteInlineAsync(query, cancellationToken);
            session.Messages.TraceAnswer(Name, session.Time.GetElapsedTime(started).TotalMilliseconds, $"{ghosts.Length} items");
            return new JObject
            {
                ["items"] = new JArray(ghosts.Select(ghost => new JObject
                {
                    ["insertText"] = ghost.Insert,
                    ["range"] = session.Json.Range(path, ghost.Replace),
                })),
            };
        }
        catch (CoreUnavailableException)
        {
            return new JObject { ["items"] = new JArray() };
        }
    }
}
