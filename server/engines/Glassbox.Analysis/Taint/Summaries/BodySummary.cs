using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>What is known of a body, and what it rests on.</summary>
/// <param name="tree">The text of the body.</param>
/// <param name="declarations">The declarations that it was bound to.</param>
/// <param name="result">What the body does.</param>
internal sealed class BodySummary(SyntaxTree tree, VersionStamp declarations, BodyResult result)
{
    public SyntaxTree Tree => tree;

    public VersionStamp Declarations => declarations;

    public BodyResult Result => result;

    /// <summary>The bodies that it calls; circles are possible.</summary>
    public ImmutableArray<BodySummary> Callees { get; set; } = [];
}
