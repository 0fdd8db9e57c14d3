namespace Glassbox.Contracts.Text;

/// <summary>
/// Replaces a stretch by a text, in UTF-16 code units from the start of the document. Edits of one list are applied one
/// after the other, each to what the one before left, as document synchronization delivers them.
/// </summary>
/// <param name="Start">First code unit that goes.</param>
/// <param name="Length">How many code units go.</param>
/// <param name="NewText">What comes.</param>
public sealed record OffsetEdit(int Start, int Length, string NewText);
