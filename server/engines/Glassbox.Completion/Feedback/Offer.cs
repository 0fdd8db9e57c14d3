using Glassbox.Contracts.Completion;

namespace Glassbox.Completion.Feedback;

/// <summary>A text that was shown at a place: it would stand instead of what stands there.</summary>
/// <param name="Start">Where it would begin: for ghost text at the beginning of the word that the cursor is in.</param>
/// <param name="Length">How much it would replace: for ghost text what is typed of that word.</param>
/// <param name="Text">All of it, what is typed already included.</param>
/// <param name="Context">The kind of place, see <see cref="ContextKey"/>.</param>
/// <param name="Confidence">As it was shown.</param>
/// <param name="Provenance">Where it comes from.</param>
internal sealed record Offer(int Start, int Length, string Text, ulong Context, double Confidence, Provenance Provenance);
