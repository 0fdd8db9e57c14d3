using System.Collections.Immutable;

namespace Glassbox.Lsp.Session;

/// <summary>A request that is not of the protocol.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Summary">When it may be sent, and with what.</param>
/// <param name="Answer">The answer's properties: name, type, meaning.</param>
public sealed record CustomMessage(string Method, string Summary, ImmutableArray<(string Name, string Type, string Meaning)> Answer);
