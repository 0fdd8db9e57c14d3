using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>A suggestion that now stands in a document because the user took it, as a change of the document tells.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version with it.</param>
/// <param name="Offer">Names the suggestion within its engine: a later part of the same one comes with the same number.</param>
/// <param name="Characters">How many code units were taken so far.</param>
/// <param name="IsWhole">All of it was taken.</param>
/// <param name="TextHash">SHA-256 of what was taken so far, in UTF-8, in lower-case hexadecimal digits.</param>
/// <param name="Confidence">As it was shown.</param>
/// <param name="Provenance">Where it comes from; its reasons without what they quote.</param>
public sealed record AcceptedSuggestion(
    DocumentPath Path, int Version, long Offer, int Characters, bool IsWhole, string TextHash, double Confidence, Provenance Provenance);
