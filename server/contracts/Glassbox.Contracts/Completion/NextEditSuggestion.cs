using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>The user's last edit at a place that looks like the one where it was made.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version that the edit was made for, or null for a document that is not open.</param>
/// <param name="Edit">What changes at the next place.</param>
/// <param name="Places">How many places there are in the document, this one included.</param>
/// <param name="Confidence">From 0 to 1, from how much of the two places agrees.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record NextEditSuggestion(DocumentPath Path, int? Version, TextEdit Edit, int Places, double Confidence, Provenance Provenance);
