using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>initialized</c>: from here on the server may speak of its own accord.</summary>
internal sealed class InitializedMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "initialized";

    /// <inheritdoc/>
    public void Take(JToken? parameters) 
    {
        session.StartCore();
        session.Observe(session.AfterInitializedAsync(), "Registering capabilities");
    }
}
