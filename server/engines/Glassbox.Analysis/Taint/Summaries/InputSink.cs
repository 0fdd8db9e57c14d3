using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>A sink that an input of a body reaches: a finding in every caller that gives a value from outside.</summary>
/// <param name="Input">Which part of which input.</param>
/// <param name="Harm">What the sink is about.</param>
/// <param name="Display">The sink, as messages name it.</param>
/// <param name="At">Where it is, in whichever document.</param>
/// <param name="Way">The stations between the input and the sink.</param>
/// <param name="Confidence">How sure the flow is.</param>
/// <param name="IsComposed">True where the input is put between texts on its way.</param>
internal sealed record InputSink(TaintInput Input, Harms Harm, string Display, Spot At, TaintLink? Way, Confidence Confidence, bool IsComposed);
