using System.Collections.Immutable;

namespace Glassbox.Completion.Ghost;

/// <summary>A text that may follow, as tokens, not verified yet.</summary>
/// <param name="Before">The tokens that it follows.</param>
/// <param name="Lines">Its lines; the first goes on where the cursor is.</param>
/// <param name="Confidence">The estimated probability that exactly this follows.</param>
/// <param name="Skip">How many code units of the first token are typed already.</param>
/// <param name="Touches">Something stands directly before it, so that a space that its first token wants must be written.</param>
internal sealed record GhostDraft(int[] Before, ImmutableArray<WrittenLine> Lines, double Confidence, int Skip, bool Touches);
