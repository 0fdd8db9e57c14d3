using System.Collections.Immutable;

namespace Glassbox.Contracts.Evaluation;

/// <summary>The figures of one task.</summary>
/// <param name="Task">What was asked.</param>
/// <param name="Ranking">Who answered.</param>
/// <param name="Places">At how many places.</param>
/// <param name="Values">The figures, in the order in which they are shown; none where there were no places.</param>
public sealed record EvaluationRow(EvaluationTask Task, EvaluationRanking Ranking, int Places, ImmutableArray<EvaluationValue> Values);
