using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Values;

/// <summary>That a value comes from somewhere, what it can still harm, and the way it took.</summary>
internal sealed record TaintLabel(TaintOrigin Origin, Harms Harms, Confidence Confidence, TaintLink? Way);
