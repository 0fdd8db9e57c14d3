namespace Glassbox.Completion.Ranking;

/// <summary>What is known of a candidate at a place, as numbers about 0 to 1 or logarithms; see <see cref="RankingWeights"/>.</summary>
internal enum Feature
{
    /// <summary>Logarithm of the probability that the contexts give.</summary>
    ContextLog,

    /// <summary>That probability.</summary>
    Context,

    /// <summary>The contexts do not know it.</summary>
    ContextNone,

    /// <summary>Logarithm of its uses in the workspace.</summary>
    UsesLog,

    /// <summary>Its share of the uses behind receivers that come from where this one does.</summary>
    OriginShare,

    /// <summary>Logarithm of those uses.</summary>
    OriginLog,

    /// <summary>Its share of the uses on the receiver's type.</summary>
    TypeShare,

    /// <summary>Logarithm of those uses.</summary>
    TypeLog,

    /// <summary>Its share of the uses on receivers that are called alike.</summary>
    StemShare,

    /// <summary>Its share of the uses behind the same call.</summary>
    ChainShare,

    /// <summary>Its share of the uses after the last member of the same receiver.</summary>
    NextShare,

    /// <summary>It is called like what it is assigned or passed to.</summary>
    TargetSame,

    /// <summary>One of the two names ends with the other.</summary>
    TargetEnds,

    /// <summary>The share of words that the two names have in common.</summary>
    TargetWords,

    /// <summary>It is called like a parameter of the member around.</summary>
    ParameterSame,

    /// <summary>The member around ends with its name.</summary>
    MemberEnds,

    /// <summary>An arm of the switch names it already.</summary>
    ArmTaken,

    /// <summary>How near it was used last before the cursor.</summary>
    Near,

    /// <summary>Logarithm of its uses in the buffer.</summary>
    BufferLog,

    /// <summary>It was the last name before the receiver: written twice in a row.</summary>
    JustWritten,

    /// <summary>Declared right after the member that was used on the receiver before: mappings go through members in order.</summary>
    DeclaredNext,

    /// <summary>Used on the receiver not long before.</summary>
    JustUsed,

    /// <summary>It fits the expected type so well that it is chosen.</summary>
    Expected,

    /// <summary>Nearness of its declaration, see <see cref="CSharp.Proximity"/>, over 100.</summary>
    Proximity,

    /// <summary>Declared in source.</summary>
    Source,

    /// <summary>Known by its use alone: no reference that can be read declares it.</summary>
    LearnedOnly,

    /// <summary>Static.</summary>
    Static,

    /// <summary>First of the features that cross the kind of place with the kind of candidate.</summary>
    Cross,
}
