using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>Asks for text that may follow the cursor.</summary>
/// <param name="Path">The document.</param>
/// <param name="Position">The cursor.</param>
/// <param name="IsExplicit">The user asked (a key), so alternatives are welcome.</param>
/// <param name="SelectedCompletion">The text of the popup's selected item, which ghost text must begin with, or null.</param>
public sealed record GhostTextQuery(DocumentPath Path, TextPosition Position, bool IsExplicit, string? SelectedCompletion);
