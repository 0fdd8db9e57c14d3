using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>$/setTrace</c>.</summary>
internal sealed class SetTraceMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "$/setTrace";

    /// <inheritdoc/>
    public void Take(JToken? parameters) => session.Messages.Trace = parameters.Optional<string>("value") ?? "off";
}
