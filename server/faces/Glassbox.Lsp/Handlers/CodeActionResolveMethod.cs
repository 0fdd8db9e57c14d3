using Glassbox.Contracts.Session;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>codeAction/resolve</c>: the verified edit, made for the documents as they are now.</summary>
internal sealed class CodeActionResolveMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => "codeAction/resolve";

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var action = parameters as JObject ?? throw new JsonSerializationException("The action is missing.");
        if (action["title"]?.Type != JTokenType.String) throw new JsonSerializationException("'title' is missing or no text.");
        if (action["data"] is not JObject) return action;
        var edit = await session.Core.Core.ResolveActionAsync(ActionData.Read(action), cancellationToken);
        if (edit.Refusal is { } reason)
        {
            session.Messages.Report(new CoreMessage(MessageLevel.Information, reason, Key: null, Show: true));
            if (session.Client.HasDisabledActions) action["disabled"] = new JObject { ["reason"] = reason };
            return action;
        }

        action["edit"] = session.Json.WorkspaceEdit(edit.Documents);
        return action;
    }
}
