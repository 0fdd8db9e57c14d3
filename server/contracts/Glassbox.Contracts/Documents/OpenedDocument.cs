using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Documents;

/// <summary>A document as the editor holds it.</summary>
/// <param name="Path">The document.</param>
/// <param name="LanguageId">As the client names it.</param>
/// <param name="Version">The client's version.</param>
/// <param name="Text">All of it.</param>
public sealed record OpenedDocument(DocumentPath Path, string LanguageId, int Version, string Text);
