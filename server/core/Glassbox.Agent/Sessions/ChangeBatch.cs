using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>What changed since someone last dealt with it.</summary>
/// <param name="Paths">The documents, or null where anything may have changed.</param>
/// <param name="Version">The newest snapshot whose changes are in it.</param>
internal sealed record ChangeBatch(IReadOnlyCollection<DocumentPath>? Paths, long Version);
