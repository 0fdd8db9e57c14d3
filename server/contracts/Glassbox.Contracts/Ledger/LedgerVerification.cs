namespace Glassbox.Contracts.Ledger;

/// <summary>What a check of the whole chain found.</summary>
/// <param name="Fault">The first fault, or none.</param>
/// <param name="Records">How many records stand before it.</param>
/// <param name="Sequence">The first record that is not as it was written; null where the fault is not about one.</param>
/// <param name="Line">The line of the file where that shows, counted from 1; null where it shows nowhere.</param>
/// <param name="Detail">What the operating system said of a file that cannot be read, else null.</param>
public sealed record LedgerVerification(LedgerFault Fault, long Records, long? Sequence, long? Line, string? Detail)
{
    /// <summary>Every record is as it was written, and none is missing.</summary>
    public bool IsIntact => Fault == LedgerFault.None;
}
