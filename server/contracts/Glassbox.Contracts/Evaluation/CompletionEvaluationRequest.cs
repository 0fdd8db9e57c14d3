using System.Collections.Immutable;

namespace Glassbox.Contracts.Evaluation;

/// <summary>What is evaluated.</summary>
/// <param name="Seed">Chooses files and places; the same seed chooses the same ones as long as the workspace does not change.</param>
/// <param name="Files">How many files are held out at most; never more than a fifth of the workspace, since the rest is learned from.</param>
/// <param name="PlacesPerFile">How many places of each are asked about at most, for each task.</param>
/// <param name="Tasks">Which tasks are wanted; empty for all.</param>
public sealed record CompletionEvaluationRequest(int Seed, int Files, int PlacesPerFile, ImmutableArray<EvaluationTask> Tasks);
