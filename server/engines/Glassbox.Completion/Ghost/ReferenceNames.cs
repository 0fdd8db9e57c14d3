using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>What is known of names that no reference declares.</summary>
/// <param name="AreMissing">A namespace is imported that nothing declares: a package is not restored, or a reference is missing.</param>
/// <param name="Usage">How the workspace uses names.</param>
/// <param name="NumberOf">The number of a name in it; 0 or less where it never used it.</param>
internal sealed record ReferenceNames(bool AreMissing, UsageCounts Usage, Func<string, int> NumberOf);
