namespace Glassbox.DocGen;

/// <summary>A file that is made from the code.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Content">All of it, lines ending in <c>\n</c>.</param>
public sealed record GeneratedDocument(string Path, string Content);
