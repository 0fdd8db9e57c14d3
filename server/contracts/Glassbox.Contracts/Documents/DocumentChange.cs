using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Documents;

/// <summary>Edits of an open document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version after the edits.</param>
/// <param name="Edits">Applied one after the other.</param>
/// <param name="LengthBefore">How long the text was before, in UTF-16 code units: a fence against two mirrors that drifted apart.</param>
public sealed record DocumentChange(DocumentPath Path, int Version, ImmutableArray<OffsetEdit> Edits, int LengthBefore);
