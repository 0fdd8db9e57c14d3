using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Describe;

/// <summary>A text with the word at its cursor.</summary>
/// <param name="Path">The document.</param>
/// <param name="Text">Its text.</param>
/// <param name="WordStart">Where the word begins.</param>
/// <param name="WordEnd">Where it ends.</param>
/// <param name="Rules">Its language.</param>
internal sealed record CursorText(DocumentPath Path, SourceText Text, int WordStart, int WordEnd, LexicalRules Rules);
