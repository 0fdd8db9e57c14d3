using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Modeling;

/// <summary>One line of the taint model.</summary>
/// <param name="Verb">What the member is.</param>
/// <param name="TypeName">The type with its namespace, without type arguments.</param>
/// <param name="Member">The member's name; <c>new</c> for constructors, <c>Item</c> for indexers.</param>
internal sealed record ModelEntry(ModelVerb Verb, string TypeName, string Member)
{
    /// <summary>The harms that it is about.</summary>
    public Harms Harms { get; init; }

    /// <summary>For sinks what must not come from outside, for validators what is proved, for sources what is filled; empty for the result.</summary>
    public ImmutableArray<SinkPosition> Where { get; init; } = [];

    /// <summary>For flows the argument that goes on, where it is not all of them.</summary>
    public SinkPosition? From { get; init; }

    /// <summary>For flows the argument that gets it.</summary>
    public SinkPosition? To { get; init; }

    public bool FromReceiver { get; init; }

    public bool ToReceiver { get; init; }

    public bool ToResult { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;

    public TaintTrust Trust { get; init; }

    /// <summary>For sources: what messages call it.</summary>
    public string Says { get; init; } = "";

    /// <summary>For sources: the value itself comes from outside.</summary>
    public bool IsResult => Where.IsEmpty;

    public string SimpleType { get; } = TypeName[(TypeName.LastIndexOf('.') + 1)..];

    public string Namespace { get; } = TypeName[..Math.Max(0, TypeName.LastIndexOf('.'))];
}
