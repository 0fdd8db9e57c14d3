using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Fix;

/// <summary>What fixes did to the working copies.</summary>
/// <param name="Documents">How many documents were looked at.</param>
/// <param name="Changed">The files with a new text, in order of path.</param>
/// <param name="Fixed">The findings that are gone, where they were.</param>
/// <param name="Left">The findings that are still there.</param>
internal sealed record FixOutcome(
    int Documents, ImmutableArray<WorkingCopy> Changed, ImmutableArray<Finding> Fixed, ImmutableArray<LeftFinding> Left);
