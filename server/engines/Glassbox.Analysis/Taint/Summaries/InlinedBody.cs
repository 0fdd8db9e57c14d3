using Glassbox.Analysis.Taint.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>A body that is looked at together with its caller.</summary>
internal sealed record InlinedBody(BodyContext Context, ControlFlowGraph Graph, IMethodSymbol Method);
