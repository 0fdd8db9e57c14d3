namespace Glassbox.Completion.Feedback;

/// <summary>What became of something that was shown.</summary>
internal enum OfferEnd
{
    /// <summary>It was taken, or a part from its beginning.</summary>
    Taken,

    /// <summary>The user typed something else in its place.</summary>
    TypedPast,

    /// <summary>It was taken, and later deleted or mostly changed.</summary>
    Removed,

    /// <summary>A candidate of the popup was chosen.</summary>
    Picked,
}
