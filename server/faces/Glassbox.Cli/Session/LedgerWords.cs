using Glassbox.Cli.Text;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Session;

/// <summary>Says what the ledger found.</summary>
internal static class LedgerWords
{
    /// <summary>A warning for a record that was not written, or null.</summary>
    public static string? Warning(LedgerAppend append, string location) => append.Problem switch
    {
        LedgerProblem.None => null,
        LedgerProblem.Busy => $"The ledger {location} is held by another program; this run is not recorded.",
        LedgerProblem.NotWritable => $"The ledger {location} may not be written to ({append.Detail}); this run is not recorded.",
        LedgerProblem.DiskFailed => $"The ledger {location} could not be written ({append.Detail}); this run is not recorded.",
        LedgerProblem.TornLineMoved => $"The ledger ended in half a record, as a crash leaves it; that half is now in {append.Detail}.",
        _ => throw new InvalidOperationException($"Unknown problem {append.Problem}."),
    };

    /// <summary>What a check of the chain found, in one or two sentences.</summary>
    public static string Describe(LedgerVerification found) => found.Fault switch
    {
        LedgerFault.None => found.Records == 0
            ? "Intact: there are no records yet."
            : $"Intact: {Words.Count((int)found.Records, "record")}, none changed, removed or reordered.",
        LedgerFault.Changed => $"Record {found.Sequence} (line {found.Line}) was changed. The {found.Records} before it may be relied on.",
        LedgerFault.Removed => $"Record {found.Sequence} was removed{(found.Line is { } line ? $" (before line {line})" : " from the end")}.",
        LedgerFault.Reordered => $"Record {found.Sequence} is not in its place (line {found.Line}).",
        LedgerFault.Torn => $"The last line ({found.Line}) is half a record, as a crash leaves it. The {found.Records} before it are intact; "
            + "the next record moves it aside.",
        LedgerFault.HeadMissing => $"The file that remembers the newest of the {found.Records} records is gone, so records may have been "
            + "removed from the end.",
        LedgerFault.Unreadable => $"It cannot be read: {found.Detail}",
        _ => throw new InvalidOperationException($"Unknown fault {found.Fault}."),
    };
}
