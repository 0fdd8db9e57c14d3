using Glassbox.Completion.Corpus;

namespace Glassbox.Completion.Ghost;

/// <summary>What is known of names that no reference declares.</summary>
/// <param name="GlobalUsings">What the project imports everywhere.</param>
/// <param name="Usage">How the workspace uses names.</param>
/// <param name="NumberOf">The number of a name in it; 0 or less where it never used it.</param>
internal sealed record ReferenceNames(IReadOnlyCollection<string> GlobalUsings, UsageCounts Usage, Func<string, int> NumberOf);
