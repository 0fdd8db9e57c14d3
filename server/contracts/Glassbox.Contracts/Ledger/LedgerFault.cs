namespace Glassbox.Contracts.Ledger;

/// <summary>What can be wrong with a ledger.</summary>
public enum LedgerFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A record's text does not match its hash, or its hash not the record after it.</summary>
    Changed,

    /// <summary>A record is missing, in the middle or at the end.</summary>
    Removed,

    /// <summary>A record stands in another's place.</summary>
    Reordered,

    /// <summary>
    /// The last line is half a record, as a crash in the middle of writing leaves it. Nobody was told that it was written;
    /// the next record moves it aside.
    /// </summary>
    Torn,

    /// <summary>The file that remembers the newest record is gone, so that records taken off the end would not be noticed.</summary>
    HeadMissing,

    /// <summary>The file cannot be read.</summary>
    Unreadable,
}
