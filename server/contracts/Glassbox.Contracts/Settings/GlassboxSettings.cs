namespace Glassbox.Contracts.Settings;

/// <summary>
/// Everything a user can set, under the section <c>glassbox</c>. The schema, the documents and the clients' manifests are
/// generated from these records and their comments.
/// </summary>
public sealed record GlassboxSettings
{
    /// <summary>Popup completion.</summary>
    public CompletionSettings Completion { get; init; } = new();

    /// <summary>Ghost text (inline completion).</summary>
    public GhostTextSettings GhostText { get; init; } = new();

    /// <summary>Next-edit suggestions.</summary>
    public NextEditSettings NextEdit { get; init; } = new();

    /// <summary>Findings.</summary>
    public AnalysisSettings Analysis { get; init; } = new();

    /// <summary>What is loaded.</summary>
    public WorkspaceSettings Workspace { get; init; } = new();
}
