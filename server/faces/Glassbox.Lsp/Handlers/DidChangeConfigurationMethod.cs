using System.Text.Json.Nodes;
using Glassbox.Contracts.Settings;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>workspace/didChangeConfiguration</c>: some clients send the settings along, others expect to be asked for them.</summary>
internal sealed class DidChangeConfigurationMethod(LspSession session) : INotificationMethod
{
    /// <inheritdoc/>
    public string Name => "workspace/didChangeConfiguration";

    /// <inheritdoc/>
    public void Take(JToken? parameters)
    {
        if (session.Client.HasConfiguration)
        {
            session.Observe(session.PullSettingsAsync(), "Asking for settings");
            return;
        }

        var settings = parameters.Optional<JToken>("settings") as JObject;
        var section = settings?[SettingsCatalog.Section] ?? settings;
        if (section is JObject) session.ApplySettings(JsonNode.Parse(section.ToString()));
    }
}
