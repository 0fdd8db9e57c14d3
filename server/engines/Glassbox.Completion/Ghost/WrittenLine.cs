using System.Collections.Immutable;

namespace Glassbox.Completion.Ghost;

/// <summary>A way in which a line may go on.</summary>
/// <param name="Tokens">What is written, without the line break that ends it.</param>
/// <param name="Probability">That exactly this comes; of a line that is not complete, that it begins so.</param>
/// <param name="IsComplete">The line ends here.</param>
/// <param name="End">The line break that ends it; 0 where it is not complete.</param>
internal sealed record WrittenLine(ImmutableArray<int> Tokens, double Probability, bool IsComplete, int End);
