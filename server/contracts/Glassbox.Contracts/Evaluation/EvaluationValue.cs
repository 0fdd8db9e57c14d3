namespace Glassbox.Contracts.Evaluation;

/// <summary>One figure.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">From 0 to 1.</param>
public sealed record EvaluationValue(EvaluationMetric Metric, double Value);
