namespace Glassbox.Contracts.Text;

/// <summary>Replaces a range by a text. Edits of one list never overlap and all speak of the text before the first.</summary>
/// <param name="Range">What goes.</param>
/// <param name="NewText">What comes.</param>
public sealed record TextEdit(TextRange Range, string NewText);
