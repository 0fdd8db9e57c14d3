namespace Glassbox.Contracts.Ledger;

/// <summary>What became of a record.</summary>
/// <param name="Record">The record as it was written; null where it was not.</param>
/// <param name="Problem">What was in the way, or what was healed on the way.</param>
/// <param name="Detail">What the operating system said, or the file that a torn line was moved to; else null.</param>
public sealed record LedgerAppend(LedgerRecord? Record, LedgerProblem Problem, string? Detail)
{
    /// <summary>The record is in the ledger.</summary>
    public bool Succeeded => Record is not null;
}
