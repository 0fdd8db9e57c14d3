namespace Glassbox.Contracts.Documents;

/// <summary>What happened to a file.</summary>
public enum FileChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was written to.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Deleted,
}
