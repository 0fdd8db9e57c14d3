using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>The server answered a request with an error.</summary>
public sealed class LspErrorException(string method, int code, string text, JsonNode? data) : Exception($"{method}: {code} {text}")
{
    /// <summary>Malformed JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>A message that is not allowed here, or not a request at all.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>No such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters do not fit.</summary>
    public const int InvalidParams = -32602;

    /// <summary>A request before <c>initialize</c>.</summary>
    public const int ServerNotInitialized = -32002;

    /// <summary>The client took the request back.</summary>
    public const int RequestCancelled = -32800;

    /// <summary>The request was right, but it could not be done.</summary>
    public const int RequestFailed = -32803;

    /// <summary>The text changed under the request.</summary>
    public const int ContentModified = -32801;

    /// <summary>JSON-RPC's code.</summary>
    public int Code { get; } = code;

    /// <summary>The error's own message.</summary>
    public string Text { get; } = text;

    /// <summary>What came with it.</summary>
    public JsonNode? ErrorData { get; } = data;
}
