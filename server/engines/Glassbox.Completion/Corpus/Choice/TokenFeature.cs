namespace Glassbox.Completion.Corpus.Choice;

/// <summary>What is known of a token that may come next, as numbers about 0 to 1 or logarithms; see <see cref="TokenWeights"/>.</summary>
internal enum TokenFeature
{
    /// <summary>Logarithm of the places' votes; one for each bucket of how far the best place agrees.</summary>
    Votes,

    /// <summary>Logarithm of the share by levels of agreement; one for each bucket, too.</summary>
    Levels = Votes + TokenFeatures.Buckets,

    /// <summary>The mean of the two shares.</summary>
    Share = Levels + TokenFeatures.Buckets,

    /// <summary>No place has it.</summary>
    Unseen,

    /// <summary>First of the kinds of token: a row for each kind of candidate, with a column for each kind of place.</summary>
    Kind,

    /// <summary>Logarithm of what speaks for its kind; one for each kind.</summary>
    KindShare = Kind + (TokenFeatures.Kinds * TokenFeatures.Slots),

    /// <summary>A local that can be seen from here.</summary>
    InScope = KindShare + TokenFeatures.Kinds,

    /// <summary>A local: how lately it was used among the others.</summary>
    Lately,

    /// <summary>A local that was declared and never used.</summary>
    Fresh,

    /// <summary>A local: logarithm of its uses in the member.</summary>
    UsesInMember,

    /// <summary>A name that stands on this line already.</summary>
    OnLine,

    /// <summary>A name or literal that stands on the line below.</summary>
    OnLineBelow,

    /// <summary>A name like the one that is assigned or passed to.</summary>
    TargetSame,

    /// <summary>One of the two names ends with the other.</summary>
    TargetEnds,

    /// <summary>The share of words that they have in common.</summary>
    TargetWords,

    /// <summary>How near a name was used last before.</summary>
    Near,

    /// <summary>Logarithm of its uses in the buffer.</summary>
    UsesInBuffer,

    /// <summary>The last name before the receiver's.</summary>
    JustWritten,

    /// <summary>A member: its share of the uses behind receivers that come from where this one does.</summary>
    OriginShare,

    /// <summary>A member: logarithm of those uses.</summary>
    OriginUses,

    /// <summary>A member: its share of the uses behind receivers that are called alike.</summary>
    StemShare,

    /// <summary>A member: its share of the uses behind the same call.</summary>
    ChainShare,

    /// <summary>A member: its share of the uses after the last member of the same receiver.</summary>
    NextShare,

    /// <summary>A member that was used on this receiver not long before.</summary>
    JustUsed,

    /// <summary>Logarithm of a name's uses in the workspace.</summary>
    Uses,

    /// <summary>Closes a bracket that the statement opened.</summary>
    Closes,

    /// <summary>Closes a bracket that it did not open.</summary>
    ClosesNothing,

    /// <summary>Ends the line within brackets.</summary>
    BreaksWithin,

    /// <summary>Ends the statement within brackets.</summary>
    EndsWithin,

    /// <summary>How many there are.</summary>
    Count,
}
