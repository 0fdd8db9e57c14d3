using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>Asks where the edit that the user just made should be made next.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version that the question is about; null for the newest. Another version than the newest gets no answer.</param>
/// <param name="Position">The cursor: places after it come first.</param>
public sealed record NextEditQuery(DocumentPath Path, int? Version, TextPosition Position);
