namespace Glassbox.Completion.Feedback;

/// <summary>What a change of the text says about something that was shown.</summary>
/// <param name="End">What became of it.</param>
/// <param name="Context">The kind of place where it was shown.</param>
/// <param name="Text">What was taken so far, what was offered and typed past or removed, or the name that was picked.</param>
/// <param name="Agreed">How many code units of the offer the user typed before something else.</param>
/// <param name="Id">Names the offer; 0 for popups.</param>
/// <param name="Offer">The offer; null for popups.</param>
internal sealed record OfferOutcome(OfferEnd End, ulong Context, string Text, int Agreed, long Id, Offer? Offer)
{
    /// <summary>Nothing of the offer was taken before.</summary>
    public bool IsFirst { get; init; }

    /// <summary>All of it stands in the text.</summary>
    public bool IsWhole { get; init; }
}
