using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Feedback;

/// <summary>One thing that the user did with one offer.</summary>
/// <param name="Path">Where.</param>
/// <param name="Context">The kind of place.</param>
/// <param name="Text">Hash of the text that was offered; null where none was.</param>
/// <param name="Token">Hash of the token that it is a verdict on; null where it is on none.</param>
/// <param name="End">What was done.</param>
internal readonly record struct Verdict(DocumentPath Path, ulong Context, ulong? Text, ulong? Token, OfferEnd End);
