using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Contracts.Settings;

/// <summary>Settings of findings.</summary>
public sealed record AnalysisSettings
{
    /// <summary>Look for findings.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Which documents are looked at without being asked for: those open in the editor, or the whole workspace.</summary>
    public AnalysisScope Scope { get; init; } = AnalysisScope.Workspace;

    /// <summary>The least severity that is reported.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.Hint;

    /// <summary>Severity by rule id, for example {"GB2002": "none"}.</summary>
    public ImmutableDictionary<string, Severity> Rules { get; init; } = ImmutableDictionary<string, Severity>.Empty;
}
