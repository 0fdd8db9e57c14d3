namespace Glassbox.Contracts.Ledger;

/// <summary>One line of the ledger.</summary>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When it was written, in UTC, by the writer's clock.</param>
/// <param name="Kind">What it records, see <see cref="LedgerEvent.Kinds"/>.</param>
/// <param name="Event">What it says; null where a later version of the program wrote a kind that this one does not know.</param>
/// <param name="Payload">The same as it stands in the file, in JSON.</param>
/// <param name="Previous">The hash of the record before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over everything in the line that stands before it, in lower-case hexadecimal digits.</param>
public sealed record LedgerRecord(
    long Sequence, DateTimeOffset Time, string Kind, LedgerEvent? Event, string Payload, string Previous, string Hash);
