using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Findings;

/// <summary>What is known of one document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Version">The client's version that was read, or null for a document on disk.</param>
/// <param name="ResultId">Equal for equal findings; lets a client keep what it has.</param>
/// <param name="Findings">In order of their ranges.</param>
public sealed record DocumentFindings(DocumentPath Path, int? Version, string ResultId, ImmutableArray<Finding> Findings);
