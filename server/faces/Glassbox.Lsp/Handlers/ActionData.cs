using Glassbox.Contracts.Actions;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Handlers;

/// <summary>What a code action carries until it is resolved.</summary>
internal static class ActionData
{
    /// <summary>Writes an action's id.</summary>
    public static JObject Write(LspSession session, CodeActionId id) => new()
    {
        ["kind"] = id.Kind.ToString(),
        ["uri"] = session.Mirror.UriOf(id.Path),
        ["version"] = id.Version,
        ["scope"] = id.Scope.ToString(),
        ["rule"] = id.RuleId,
        ["fingerprint"] = id.Fingerprint,
        ["fix"] = id.FixId,
    };

    /// <summary>Reads it back.</summary>
    /// <exception cref="JsonSerializationException">It is not data of ours.</exception>
    public static CodeActionId Read(JToken action) => new(
        Enum<CodeActionKind>(action, "data.kind"),
        Uris.ToPath(action.Required<string>("data.uri")),
        action.Optional<int?>("data.version"),
        Enum<FixScope>(action, "data.scope"),
        action.Optional<string>("data.rule"),
        action.Optional<string>("data.fingerprint"),
        action.Optional<string>("data.fix"));

    private static T Enum<T>(JToken action, string path)
        where T : struct, Enum =>
        System.Enum.TryParse<T>(action.Required<string>(path), out var value) ? value : throw new JsonSerializationException($"'{path}' is not known.");
}
