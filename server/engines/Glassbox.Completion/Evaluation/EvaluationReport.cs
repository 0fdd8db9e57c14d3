using System.Collections.Immutable;

namespace Glassbox.Completion.Evaluation;

/// <summary>What was measured.</summary>
/// <param name="Members">Member accesses.</param>
/// <param name="Lines">Tails of lines.</param>
public sealed record EvaluationReport(ImmutableArray<MemberResult> Members, ImmutableArray<LineResult> Lines);
