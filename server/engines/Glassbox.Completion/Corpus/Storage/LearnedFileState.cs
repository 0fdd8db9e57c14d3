namespace Glassbox.Completion.Corpus.Storage;

/// <summary>What became of reading a file of what was learned.</summary>
internal enum LearnedFileState
{
    /// <summary>It can be used.</summary>
    Good,

    /// <summary>There is none.</summary>
    Absent,

    /// <summary>It could not be read.</summary>
    Unreadable,

    /// <summary>It is no such file, was cut off, or was changed since it was written.</summary>
    Damaged,

    /// <summary>Another build of Glassbox wrote it, which may have read the same text as other tokens.</summary>
    OtherBuild,
}
