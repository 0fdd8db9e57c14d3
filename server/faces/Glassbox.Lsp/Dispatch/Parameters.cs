using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Dispatch;

/// <summary>Reads parameters; what is missing or of the wrong type is an error that names it.</summary>
internal static class Parameters
{
    /// <summary>Holds the parameters as text on their way through OmniSharp.</summary>
    public const string RawProperty = "raw";

    /// <summary>Parses parameters that came as text: strings stay strings, whatever they look like.</summary>
    /// <exception cref="JsonException">They are nested too deep.</exception>
    public static JToken? Unwrap(JToken? wrapped)
    {
        if (wrapped?[RawProperty]?.Value<string>() is not { Length: > 0 } raw) return null;
        using var reader = new JsonTextReader(new StringReader(raw)) { DateParseHandling = DateParseHandling.None, MaxDepth = MessageHead.MaxDepth };
        return JToken.Load(reader);
    }

    /// <summary>A property that must be there.</summary>
    /// <exception cref="JsonSerializationException">It is not, or is of another type.</exception>
    public static T Required<T>(this JToken? parameters, string path)
    {
        var token = parameters is JObject holder ? holder.SelectToken(path) : null;
        if (token is null or { Type: JTokenType.Null }) throw new JsonSerializationException($"'{path}' is missing.");
        return Convert<T>(token, path);
    }

    /// <summary>A property that may be missing.</summary>
    public static T? Optional<T>(this JToken? parameters, string path)
    {
        var token = parameters is JObject holder ? holder.SelectToken(path) : null;
        return token is null or { Type: JTokenType.Null } ? default : Convert<T>(token, path);
    }

    /// <summary>The document of <c>textDocument.uri</c>.</summary>
    public static DocumentPath Document(this JToken? parameters) => Uris.ToPath(parameters.Required<string>("textDocument.uri"));

    /// <summary>A <c>Position</c> in the client's units.</summary>
    public static TextPosition Position(this JToken? parameters, string path = "position") =>
        new(parameters.Required<int>(path + ".line"), parameters.Required<int>(path + ".character"));

    /// <summary>A <c>Range</c> in the client's units.</summary>
    public static TextRange Range(this JToken? parameters, string path = "range") =>
        new(parameters.Position(path + ".start"), parameters.Position(path + ".end"));

    private static T Convert<T>(JToken token, string path)
    {
        try
        {
            return token.Value<T>() ?? throw new JsonSerializationException($"'{path}' is null.");
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new JsonSerializationException($"'{path}' has the wrong type.", wrong);
        }
    }
}
