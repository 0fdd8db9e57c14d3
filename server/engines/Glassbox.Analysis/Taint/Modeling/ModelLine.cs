namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>One entry of a model file as it is written.</summary>
/// <param name="List">The list that it stands in.</param>
/// <param name="Line">Its line, counted from one.</param>
/// <param name="Fields">Its values; a single one and a list of one are the same.</param>
internal sealed record ModelLine(string List, int Line, Dictionary<string, string[]> Fields);
