using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Session;

/// <summary>What the options of a verb say about its session.</summary>
/// <param name="Rules">Patterns as the user wrote them; empty for every rule.</param>
/// <param name="MinimumSeverity">The least that is reported.</param>
/// <param name="IsTrusted">The projects' build logic may run.</param>
internal sealed record SessionRequest(ImmutableArray<string> Rules, Severity MinimumSeverity, bool IsTrusted)
{
    /// <summary>Completion is asked for; else it is switched off.</summary>
    public bool Completes { get; init; }

    /// <summary>A session in which no finding is asked for.</summary>
    public static SessionRequest WithoutFindings(bool isTrusted, bool completes) => new([], Severity.Hint, isTrusted) { Completes = completes };
}
