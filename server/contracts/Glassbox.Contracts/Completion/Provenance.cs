using System.Collections.Immutable;

namespace Glassbox.Contracts.Completion;

/// <summary>Where a suggestion comes from, so that it can be shown and recorded.</summary>
/// <param name="Engine">The engine, such as <c>usage-counts</c> or <c>words</c>, or a model's name.</param>
/// <param name="Context">The documents it was derived from, relative or absolute; empty where there are too many to name.</param>
/// <param name="Reasons">Lines for people.</param>
/// <param name="LatencyMs">How long it took, in milliseconds.</param>
/// <param name="Cost">In US dollars; 0 for what runs on the user's machine.</param>
public sealed record Provenance(
    string Engine, ImmutableArray<string> Context, ImmutableArray<string> Reasons, double LatencyMs, decimal Cost)
{
    /// <summary>Of an empty answer.</summary>
    public static Provenance Nothing { get; } = new("none", [], [], 0, 0);

    /// <summary>Of an engine on this machine, without a reason worth telling.</summary>
    public static Provenance Local(string engine, double latencyMs = 0) => new(engine, [], [], latencyMs, 0);
}
