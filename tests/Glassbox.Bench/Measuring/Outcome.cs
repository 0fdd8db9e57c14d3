using Glassbox.Bench.Workloads;

namespace Glassbox.Bench.Measuring;

/// <summary>What was measured on one solution.</summary>
/// <param name="Workload">The solution.</param>
/// <param name="Tallies">One for each subject, in their order.</param>
internal sealed record Outcome(Workload Workload, IReadOnlyList<Tally> Tallies);
