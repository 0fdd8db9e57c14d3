using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>window/workDoneProgress/cancel</c>.</summary>
internal sealed class CancelProgressMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "window/workDoneProgress/cancel";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        var token = parameters.Required<string>("token");
        session.Core.Mutate(() => { }, core => core.CancelWorkAsync(token, CancellationToken.None));
    }
}
