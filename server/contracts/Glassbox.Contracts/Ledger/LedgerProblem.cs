namespace Glassbox.Contracts.Ledger;

/// <summary>What can be in the way of a record.</summary>
public enum LedgerProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Another process held the ledger for too long.</summary>
    Busy,

    /// <summary>The folder or the file may not be written to.</summary>
    NotWritable,

    /// <summary>The disk is full, or it failed.</summary>
    DiskFailed,

    /// <summary>
    /// The record was written. Before it, the last line turned out to be half a record, as a crash leaves it, and was moved
    /// into a file beside the ledger.
    /// </summary>
    TornLineMoved,
}
