using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Completion;

/// <summary>Asks for the documentation of a candidate.</summary>
/// <param name="Path">The document.</param>
/// <param name="AnswerId">The answer that the candidate was part of.</param>
/// <param name="Key">The candidate.</param>
public sealed record DescribeQuery(DocumentPath Path, long AnswerId, string Key);
