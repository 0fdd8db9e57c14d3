using System.Collections.Immutable;

namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>What a model file says, and which of its lines are not understood.</summary>
internal sealed record ModelReading(ImmutableArray<ModelEntry> Entries, ImmutableArray<ModelProblem> Problems);
