namespace Glassbox.Completion.Lexing;

/// <summary>A kind of text in quotes that may run over several lines.</summary>
/// <param name="Open">What begins it.</param>
/// <param name="Close">What ends it.</param>
/// <param name="Escape">How it holds its own quote.</param>
/// <param name="Hole">What begins code inside it, which ends at the matching brace; null where it holds none.</param>
internal sealed record TextForm(string Open, string Close, TextEscape Escape, string? Hole = null);
