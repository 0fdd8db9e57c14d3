namespace Glassbox.Lsp.Session;

/// <summary>A method of the protocol that the server takes or sends, for the documents.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Direction">Who sends it.</param>
/// <param name="Summary">What it does here, in one line of Markdown.</param>
public sealed record ProtocolMethod(string Name, MethodDirection Direction, string Summary);
