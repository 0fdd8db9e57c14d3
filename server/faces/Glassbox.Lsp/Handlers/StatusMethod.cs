using Glassbox.Contracts.Session;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary><c>glassbox/status</c>: what is loaded and how the core is.</summary>
internal sealed class StatusMethod(LspSession session) : IRequestMethod
{
    /// <inheritdoc/>
    public string Name => CustomMessages.Status;

    /// <inheritdoc/>
    public async Task<JToken?> AnswerAsync(JToken? parameters, CancellationToken cancellationToken)
    {
        var connection = session.Core.Status;
        var answer = new JObject
        {
            ["state"] = "restarting",
            ["core"] = new JObject { ["pid"] = connection.ProcessId, ["restarts"] = connection.Restarts, ["state"] = Lower(connection.State) },
        };
        try
        {
            var status = await session.Core.Core.GetStatusAsync(cancellationToken);
            answer["state"] = status.IsLoading ? "loading" : "ready";
            answer["core"]!["pid"] = status.ProcessId;
            answer["learning"] = status.IsLearning;
            answer["model"] = status.Model;
            answer["folders"] = new JArray(status.Folders.Select(folder => new JObject
            {
                ["path"] = folder.Path.Value,
                ["tier"] = folder.Tier,
                ["trusted"] = folder.Trust switch
                {
                    TrustDecision.Trusted => true,
                    TrustDecision.Untrusted => false,
                    _ => JValue.CreateNull(),
                },
            }));
            answer["projects"] = new JArray(status.Projects.Select(project => new JObject
            {
                ["name"] = project.Name,
                ["path"] = project.Path.Value,
                ["tier"] = project.Tier,
                ["documents"] = project.Documents,
                ["problems"] = new JArray(project.Problems),
            }));
        }
        catch (CoreUnavailableException)
        {
            // The state says it.
        }

        return answer;
    }

    private static string Lower(CoreConnectionState state) => state.ToString().ToLowerInvariant();
}
