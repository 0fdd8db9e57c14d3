namespace Glassbox.Contracts.Settings;

/// <summary>Which documents are analyzed without being asked for.</summary>
public enum AnalysisScope
{
    /// <summary>Those open in the editor.</summary>
    OpenDocuments,

    /// <summary>Everything loaded.</summary>
    Workspace,
}
