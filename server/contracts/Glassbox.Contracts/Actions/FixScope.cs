namespace Glassbox.Contracts.Actions;

/// <summary>How far a fix reaches.</summary>
public enum FixScope
{
    /// <summary>One finding.</summary>
    Finding,

    /// <summary>All of the document.</summary>
    Document,

    /// <summary>All of the project that the document belongs to.</summary>
    Project,

    /// <summary>Everything loaded.</summary>
    Solution,
}
