using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint;

/// <summary>That a value comes from a source, what it can still harm, and the way it took.</summary>
internal sealed record Taint(TaintSource Source, TaintKinds Kinds, Confidence Confidence, TaintLink? Way);
