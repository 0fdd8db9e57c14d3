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
        if (session.Work.FindWork(parameters.Required<string>("token")) is not { } work) return;
        session.Core.Mutate(() => { }, core => core.CancelWorkAsync(work, CancellationToken.None));
    }
}
