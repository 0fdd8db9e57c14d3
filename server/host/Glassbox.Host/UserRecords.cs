using Glassbox.Ledger;
using Glassbox.Models;

namespace Glassbox.Host;

/// <summary>What belongs to the user rather than to a workspace.</summary>
internal static class UserRecords
{
    /// <summary>The ledger in the state folder.</summary>
    public static JsonLinesLedger Ledger { get; } = new(StateFolder.Path, TimeProvider.System);

    /// <summary>The user's own model settings.</summary>
    public static ModelCatalog Models { get; } =
        new(Path.Combine(StateFolder.Path, "models.json"), Environment.GetEnvironmentVariable);
}
