namespace Glassbox.Contracts.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Done">Held-out files that were asked about.</param>
/// <param name="Total">All of them.</param>
public sealed record EvaluationProgress(int Done, int Total);
