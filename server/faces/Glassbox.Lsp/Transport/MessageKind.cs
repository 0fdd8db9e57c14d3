namespace Glassbox.Lsp.Transport;

/// <summary>What a message is.</summary>
internal enum MessageKind
{
    /// <summary>Its text is not JSON.</summary>
    NotJson,

    /// <summary>JSON, but no message of JSON-RPC 2.0.</summary>
    Invalid,

    /// <summary>A method and an id.</summary>
    Request,

    /// <summary>A method without an id.</summary>
    Notification,

    /// <summary>An answer to a request of ours.</summary>
    Response,
}
