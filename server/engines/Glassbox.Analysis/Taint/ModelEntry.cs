using System.Collections.Immutable;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint;

/// <summary>One line of the taint model.</summary>
/// <param name="Verb">What the member is.</param>
/// <param name="Kinds">The harm that it is about.</param>
/// <param name="TypeName">The type with its namespace, without type arguments.</param>
/// <param name="Member">The member's name; <c>new</c> for constructors.</param>
/// <param name="Where">For sinks: what must not come from outside.</param>
/// <param name="Confidence">For sources.</param>
/// <param name="Says">For sources: what messages call it.</param>
internal sealed record ModelEntry(
    ModelVerb Verb,
    TaintKinds Kinds,
    string TypeName,
    string Member,
    ImmutableArray<SinkPosition> Where,
    Confidence Confidence,
    string Says)
{
    public string SimpleType { get; } = TypeName[(TypeName.LastIndexOf('.') + 1)..];

    public string Namespace { get; } = TypeName[..Math.Max(0, TypeName.LastIndexOf('.'))];
}
