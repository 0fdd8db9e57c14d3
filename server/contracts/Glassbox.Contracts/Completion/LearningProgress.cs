namespace Glassbox.Contracts.Completion;

/// <summary>How far learning is.</summary>
/// <param name="Done">Documents that were looked at.</param>
/// <param name="Total">All of them.</param>
public sealed record LearningProgress(int Done, int Total);
