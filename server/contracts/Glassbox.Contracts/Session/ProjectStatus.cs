using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Session;

/// <summary>One project.</summary>
/// <param name="Name">Its name, with the target framework where there are several.</param>
/// <param name="Path">Its file, or the folder of loose files.</param>
/// <param name="Tier"><c>loose</c>, <c>data</c> or <c>evaluated</c>.</param>
/// <param name="Documents">How many C# documents it has.</param>
/// <param name="Problems">What could not be read or resolved, and what to do.</param>
public sealed record ProjectStatus(string Name, DocumentPath Path, string Tier, int Documents, ImmutableArray<string> Problems);
