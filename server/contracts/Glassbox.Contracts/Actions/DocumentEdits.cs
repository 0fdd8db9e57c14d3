using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Actions;

/// <summary>Edits of one document, fenced by the version that they were made for.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version, or null for a document that is not open.</param>
/// <param name="Edits">In ascending order, not overlapping.</param>
public sealed record DocumentEdits(DocumentPath Path, int? Version, ImmutableArray<TextEdit> Edits);
