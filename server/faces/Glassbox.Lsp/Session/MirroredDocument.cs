using Glassbox.Contracts.Text;

namespace Glassbox.Lsp.Session;

/// <summary>A document as the client has it open.</summary>
/// <param name="Uri">As the client wrote it; answers use the same spelling.</param>
/// <param name="Path">The same, as a path.</param>
/// <param name="LanguageId">As the client names it.</param>
/// <param name="Version">The client's version.</param>
/// <param name="Buffer">Its text.</param>
internal sealed record MirroredDocument(string Uri, DocumentPath Path, string LanguageId, int Version, TextBuffer Buffer);
