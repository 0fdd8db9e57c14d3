using System.Collections.Immutable;

namespace Glassbox.Completion.Ghost;

/// <summary>A text that may follow, not verified yet.</summary>
/// <param name="Text">The text.</param>
/// <param name="Confidence">The estimated probability that exactly this follows.</param>
/// <param name="Reason">A line for people.</param>
/// <param name="Context">The documents that spoke for it most.</param>
internal sealed record GhostProposal(string Text, double Confidence, string Reason, ImmutableArray<string> Context);
