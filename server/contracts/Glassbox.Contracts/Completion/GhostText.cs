using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>A text offered at the cursor.</summary>
/// <param name="Insert">The text, without what is already typed before the cursor.</param>
/// <param name="Replace">What it replaces; a range of length zero at the cursor for a pure insertion.</param>
/// <param name="Confidence">From 0 to 1: the estimated probability that it is what comes.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record GhostText(string Insert, TextRange Replace, double Confidence, Provenance Provenance);
