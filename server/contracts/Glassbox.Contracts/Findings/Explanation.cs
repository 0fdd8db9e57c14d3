using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Findings;

/// <summary>An explanation of what is found at a place.</summary>
/// <param name="Markdown">Why, the flow, how to fix, where to read more.</param>
/// <param name="Range">What it is about.</param>
public sealed record Explanation(string Markdown, TextRange Range);
