using System.Collections.Immutable;

namespace Glassbox.Contracts.Evaluation;

/// <summary>What completion would have done for a workspace.</summary>
/// <param name="Rows">By task, Glassbox first and what it is compared with after it. A task that the engine does not measure has none.</param>
public sealed record CompletionEvaluationReport(ImmutableArray<EvaluationRow> Rows);
