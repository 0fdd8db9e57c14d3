using System.Collections.Immutable;

namespace Glassbox.Completion.Evaluation;

/// <summary>What was measured.</summary>
/// <param name="Members">Names behind a dot.</param>
/// <param name="Names">Names elsewhere.</param>
/// <param name="Lines">Tails of lines.</param>
public sealed record EvaluationReport(ImmutableArray<PopupResult> Members, ImmutableArray<PopupResult> Names, ImmutableArray<LineResult> Lines);
