using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Words;

/// <summary>What is known of a word.</summary>
/// <param name="Here">Its uses in the buffer.</param>
/// <param name="Elsewhere">Its uses in other documents.</param>
/// <param name="Distance">Code units to the nearest use in the buffer; <see cref="int.MaxValue"/> where there is none.</param>
internal readonly record struct WordFacts(WordUses Here, WordUses Elsewhere, int Distance)
{
    /// <summary>A word that was seen nowhere.</summary>
    public static WordFacts Unseen { get; } = new(default, default, int.MaxValue);

    /// <summary>All uses.</summary>
    public WordUses Uses => Here + Elsewhere;

    /// <summary>With another use in the buffer.</summary>
    public WordFacts With(WordUses use, int distance) => this with { Here = Here + use, Distance = Math.Min(Distance, distance) };
}
