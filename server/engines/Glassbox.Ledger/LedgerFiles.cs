namespace Glassbox.Ledger;

/// <summary>The files that make up one ledger, all in one folder.</summary>
/// <param name="Folder">The user's state folder.</param>
internal sealed record LedgerFiles(string Folder)
{
    /// <summary>The records, one a line.</summary>
    public string Records { get; } = Path.Combine(Folder, "ledger.jsonl");

    /// <summary>Sequence and hash of the newest record: without it, records taken off the end would leave no trace.</summary>
    public string Head { get; } = Path.Combine(Folder, "ledger.head");

    /// <summary>Held open by the one process that is writing.</summary>
    public string Lock { get; } = Path.Combine(Folder, "ledger.lock");

    /// <summary>Where half-written last lines are moved.</summary>
    public string Torn { get; } = Path.Combine(Folder, "ledger.jsonl.torn");

    /// <summary>Opens a file that only its owner may read: records name the user's paths.</summary>
    public static FileStream OpenPrivate(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        var creates = mode is FileMode.OpenOrCreate or FileMode.Create or FileMode.CreateNew or FileMode.Append;
        if (creates && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
