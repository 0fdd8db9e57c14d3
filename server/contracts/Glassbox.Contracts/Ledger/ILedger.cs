namespace Glassbox.Contracts.Ledger;

/// <summary>
/// The append-only, hash-chained record of what was suggested, accepted and checked. Several processes may use one ledger
/// at a time.
/// </summary>
public interface ILedger
{
    /// <summary>The file that holds it, for people.</summary>
    string Location { get; }

    /// <summary>
    /// Adds a record and has it written through to the disk. Where that fails, the result says so and the caller goes on.
    /// </summary>
    Task<LedgerAppend> AppendAsync(LedgerEvent what, CancellationToken cancellationToken);

    /// <summary>
    /// Every record in the order of the file, without judging it; lines that are no records are left out. Empty where there
    /// is no ledger yet.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    IAsyncEnumerable<LedgerRecord> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Checks the whole chain, and names the first record that is not as it was written.</summary>
    Task<LedgerVerification> VerifyAsync(CancellationToken cancellationToken);
}
