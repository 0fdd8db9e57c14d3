using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Fixes;

/// <summary>A change that is not yet verified.</summary>
/// <param name="Title">What the menu shows.</param>
/// <param name="Changed">The document as it would be.</param>
internal sealed record FixProposal(string Title, Document Changed);
