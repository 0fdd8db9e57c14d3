using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>What a client says to requests of the server. Each method's answer can be replaced.</summary>
public sealed class ServerRequests
{
    private readonly ConcurrentDictionary<string, Func<JsonNode?, Task<ServerRequestAnswer>>> scripted = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<JsonObject> registrations = [];

    /// <summary>The section <c>glassbox</c>, for <c>workspace/configuration</c>.</summary>
    public JsonObject? Settings { get; set; }

    /// <summary>No request is ever answered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>
    /// Chooses an action of <c>window/showMessageRequest</c> by its title; null dismisses the question. Not asked where
    /// <see cref="On"/> replaced the method.
    /// </summary>
    public Func<string, IReadOnlyList<string>, string?> ChooseAction { get; set; } = (_, _) => null;

    /// <summary>Applies a workspace edit; false refuses it.</summary>
    public Func<JsonObject, Task<bool>>? ApplyEdit { get; set; }

    /// <summary>The workspace folders, for <c>workspace/workspaceFolders</c>.</summary>
    public Func<JsonNode?>? Folders { get; set; }

    /// <summary>What the server registered and did not take back.</summary>
    public IReadOnlyList<JsonObject> Registrations
    {
        get
        {
            lock (gate) return [.. registrations];
        }
    }

    /// <summary>Replaces the answer to a method.</summary>
    public ServerRequests On(string method, Func<JsonNode?, ServerRequestAnswer> answer) => OnAsync(method, parameters => Task.FromResult(answer(parameters)));

    /// <summary>Replaces the answer to a method by one that may come later.</summary>
    public ServerRequests OnAsync(string method, Func<JsonNode?, Task<ServerRequestAnswer>> answer)
    {
        scripted[method] = answer;
        return this;
    }

    /// <summary>The methods registered, such as <c>textDocument/completion</c>.</summary>
    public IEnumerable<string> RegisteredMethods => Registrations.Select(registration => (string)registration["method"]!);

    /// <summary>Null where the client has no answer of its own: then the method is unknown to it.</summary>
    internal async Task<ServerRequestAnswer?> AnswerAsync(string method, JsonNode? parameters)
    {
        if (IsSilent) return new ServerRequestAnswer.Silence();
        if (scripted.TryGetValue(method, out var answer)) return await answer(parameters);
        switch (method)
        {
            case "client/registerCapability":
                lock (gate) registrations.AddRange(parameters!["registrations"]!.AsArray().Select(item => (JsonObject)item!));
                return ServerRequestAnswer.Null;
            case "client/unregisterCapability":
                // Spec: the protocol itself misspells this member.
                var gone = parameters!["unregisterations"]!.AsArray().Select(item => (string)item!["id"]!).ToHashSet(StringComparer.Ordinal);
                lock (gate) registrations.RemoveAll(registration => gone.Contains((string)registration["id"]!));
                return ServerRequestAnswer.Null;
            case "workspace/configuration":
                return new ServerRequestAnswer.Result(new JsonArray([.. parameters!["items"]!.AsArray().Select(Configuration)]));
            case "workspace/workspaceFolders":
                return new ServerRequestAnswer.Result(Folders?.Invoke());
            case "window/workDoneProgress/create":
            case "workspace/diagnostic/refresh":
                return ServerRequestAnswer.Null;
            case "window/showMessageRequest":
                return ChooseFrom(parameters!);
            case "window/showDocument":
                return new ServerRequestAnswer.Result(new JsonObject { ["success"] = true });
            case "workspace/applyEdit":
                var applied = ApplyEdit is not null && await ApplyEdit((JsonObject)parameters!["edit"]!);
                return new ServerRequestAnswer.Result(new JsonObject { ["applied"] = applied });
            default:
                return null;
        }
    }

    private JsonNode? Configuration(JsonNode? item)
    {
        var section = (string?)item?["section"];
        if (section is null) return new JsonObject { ["glassbox"] = Settings?.DeepClone() };

        JsonNode? at = new JsonObject { ["glassbox"] = Settings?.DeepClone() };
        foreach (var name in section.Split('.')) at = (at as JsonObject)?[name];
        return at?.DeepClone();
    }

    private ServerRequestAnswer ChooseFrom(JsonNode parameters)
    {
        var actions = (parameters["actions"] as JsonArray ?? []).Select(action => (string)action!["title"]!).ToArray();
        var chosen = ChooseAction((string)parameters["message"]!, actions);
        if (chosen is null) return ServerRequestAnswer.Null;
        return actions.Contains(chosen, StringComparer.Ordinal)
            ? new ServerRequestAnswer.Result(new JsonObject { ["title"] = chosen })
            : throw new WireException($"The question has no action '{chosen}', only: {string.Join(", ", actions)}");
    }
}
