using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary>
/// <c>textDocument/copilotInlineEdit</c>: the next edit, wherever in the document it is. Not of the protocol, but what plugins
/// for next-edit suggestions ask; they apply every edit of the answer at once, so there is one or none.
/// </summary>
internal sealed class InlineEditMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => CustomMessages.InlineEdit;

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var path = parameters.Document();
        var query = new NextEditQuery(path, parameters.Optional<int?>("textDocument.version"), session.Mirror.ToUtf16(path, parameters.Position()));
        var started = session.Time.GetTimestamp();
        try
        {
            var next = await session.Core.Core.SuggestEditAsync(query, cancellationToken);
            session.Messages.TraceAnswer(Name, session.Time.GetElapsedTime(started).TotalMilliseconds, next is null ? "0 edits" : "1 edit");
            return new JObject { ["edits"] = next is null ? [] : new JArray(Write(next)) };
        }
        catch (CoreUnavailableException)
        {
            return new JObject { ["edits"] = new JArray() };
        }
    }

    private JObject Write(NextEditSuggestion next) => new()
    {
        ["text"] = next.Edit.NewText,
        ["textDocument"] = new JObject { ["uri"] = session.Mirror.UriOf(next.Path), ["version"] = next.Version },
        ["range"] = session.Json.Range(next.Path, next.Edit.Range),
    };
}
