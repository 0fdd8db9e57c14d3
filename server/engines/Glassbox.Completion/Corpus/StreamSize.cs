using System.Collections.Immutable;

namespace Glassbox.Completion.Corpus;

/// <summary>How much room a stream takes, so that one that will be as large need not grow step by step.</summary>
/// <param name="Tokens">Tokens, gaps included.</param>
/// <param name="Heads">The hash table's size of each chain, powers of two; empty where nothing is known.</param>
internal sealed record StreamSize(int Tokens, ImmutableArray<int> Heads)
{
    /// <summary>The least.</summary>
    public static StreamSize Least { get; } = new(0, []);
}
