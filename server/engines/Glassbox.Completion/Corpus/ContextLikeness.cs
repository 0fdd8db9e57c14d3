namespace Glassbox.Completion.Corpus;

/// <summary>When two tokens count as the same.</summary>
internal enum ContextLikeness
{
    /// <summary>Their texts are equal.</summary>
    Exact,

    /// <summary>Names of locals and values of literals make no difference.</summary>
    Alike,

    /// <summary>No name makes a difference.</summary>
    Skeleton,
}
