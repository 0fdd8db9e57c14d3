using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>Asks for what could stand at a position.</summary>
/// <param name="Path">The document.</param>
/// <param name="Position">The cursor.</param>
/// <param name="TriggerCharacter">The character just typed if it caused the question, else null.</param>
/// <param name="IsExplicit">The user asked (a key), rather than typed.</param>
public sealed record CompletionQuery(DocumentPath Path, TextPosition Position, char? TriggerCharacter, bool IsExplicit);
