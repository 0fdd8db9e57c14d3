using System.Collections.Immutable;

namespace Glassbox.Completion.CSharp.Texts;

/// <summary>What fits within a comment or a string.</summary>
/// <param name="Start">Where what a candidate replaces begins; it ends at the cursor.</param>
/// <param name="Entries">The candidates.</param>
internal sealed record TextPopup(int Start, ImmutableArray<PopupEntry> Entries)
{
    /// <summary>How near entries are to the place; the order among them is that of the list.</summary>
    public const int Nearness = 40;

    /// <summary>Entries in the order in which they are to be shown.</summary>
    public static TextPopup Of(int start, IEnumerable<PopupEntry> entries) => new(start, [.. entries.Select((entry, rank) => entry with { Proximity = Nearness - rank })]);
}
