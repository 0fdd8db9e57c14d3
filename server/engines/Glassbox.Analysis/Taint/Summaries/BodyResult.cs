using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>
/// What a body does with what it is given, in terms of its inputs, and what is wrong in it whoever calls it. Holds nothing of a
/// compilation, so that it can outlive the one that it was made from.
/// </summary>
/// <param name="Returned">What it gives back.</param>
/// <param name="Receiver">What the receiver holds afterwards; null where it is left as it was.</param>
/// <param name="Parameters">What was changed in arguments.</param>
/// <param name="Statics">What static members hold afterwards, by documentation id.</param>
/// <param name="Thrown">What it throws.</param>
/// <param name="Sinks">The sinks that its inputs reach.</param>
/// <param name="Detections">Flows from sources to sinks.</param>
internal sealed record BodyResult(
    TaintValue Returned,
    TaintValue? Receiver,
    ImmutableArray<(int Ordinal, TaintValue Value)> Parameters,
    ImmutableArray<(string Name, TaintValue Value)> Statics,
    TaintValue Thrown,
    ImmutableArray<InputSink> Sinks,
    ImmutableArray<FlowDetection> Detections)
{
    /// <summary>A body that does nothing.</summary>
    public static readonly BodyResult Nothing = new(TaintValue.Clean, null, [], [], TaintValue.Clean, [], []);

    /// <summary>True where both say the same of every caller.</summary>
    public bool DoesSame(BodyResult other) =>
        Returned.Equals(other.Returned)
        && Equals(Receiver, other.Receiver)
        && Thrown.Equals(other.Thrown)
        && Parameters.SequenceEqual(other.Parameters)
        && Statics.SequenceEqual(other.Statics)
        && Sinks.Length == other.Sinks.Length
        && Sinks.Zip(other.Sinks).All(pair => pair.First.Input == pair.Second.Input && pair.First.Harm == pair.Second.Harm && pair.First.At == pair.Second.At);
}
