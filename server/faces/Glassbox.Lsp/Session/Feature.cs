using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Session;

/// <summary>One capability of the server.</summary>
/// <param name="Method">The method that a client registers it under.</param>
/// <param name="ClientCapability">Where the client says that it can; dynamic registration is its <c>dynamicRegistration</c>.</param>
/// <param name="ServerCapability">The property of the server's capabilities.</param>
/// <param name="Needs">The client capability without which it is not announced at all, or null.</param>
/// <param name="Summary">What it is, for the documents.</param>
/// <param name="Options">Its options; also those of a static registration.</param>
public sealed record Feature(
    string Method, string ClientCapability, string ServerCapability, string? Needs, string Summary, Func<JObject> Options)
{
    /// <summary>Works on C# only; without this, on any language.</summary>
    public bool IsForCSharpOnly { get; init; }
}
