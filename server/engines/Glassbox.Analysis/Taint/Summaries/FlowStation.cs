using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>One station of a flow, in whichever document.</summary>
internal sealed record FlowStation(TraceStepKind Kind, Spot At, string Message);
