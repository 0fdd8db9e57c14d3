namespace Glassbox.Workspace.Snapshots;

/// <summary>How well a project is known, least first.</summary>
public enum LoadTier
{
    /// <summary>Files without a project, bound together by folder.</summary>
    Loose,

    /// <summary>The project file was read as data, without MSBuild.</summary>
    Data,

    /// <summary>MSBuild evaluated it.</summary>
    Evaluated,
}
