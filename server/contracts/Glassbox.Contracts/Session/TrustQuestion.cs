using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>Asks the user whether a folder's build logic may run.</summary>
/// <param name="Folder">The workspace folder.</param>
/// <param name="Projects">What would be evaluated, as paths relative to the folder.</param>
public sealed record TrustQuestion(DocumentPath Folder, ImmutableArray<string> Projects);
