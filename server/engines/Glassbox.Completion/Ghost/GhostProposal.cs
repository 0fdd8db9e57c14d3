namespace Glassbox.Completion.Ghost;

/// <summary>A text that may follow, not verified yet.</summary>
/// <param name="Text">The text.</param>
/// <param name="Confidence">The product of the tokens' probabilities.</param>
/// <param name="Reason">A line for people.</param>
internal sealed record GhostProposal(string Text, double Confidence, string Reason);
