using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>A value from outside that reaches a sink.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Message">One line that names the value and the sink.</param>
/// <param name="At">What is underlined: the sink, or the call that leads to it where that is in another document.</param>
/// <param name="Stations">From source to sink.</param>
internal sealed record FlowDetection(string RuleId, Confidence Confidence, string Message, Spot At, ImmutableArray<FlowStation> Stations)
{
    public static FlowDetection Of(Harms harm, TaintLabel taint, Spot sink, Spot shown, string display, Confidence confidence)
    {
        var source = (TaintSource)taint.Origin;
        confidence = TrustPolicy.Limit(source.Trust, harm, confidence);
        var (rule, consequence) = HarmRules.Of(harm);
        var stations = new List<FlowStation> { new(TraceStepKind.Sink, sink, $"{display} gets it") };
        for (var link = taint.Way; link is not null; link = link.Previous)
        {
            if (link.At != sink && link.At != source.At) stations.Add(new(TraceStepKind.Step, link.At, link.Message));
        }

        stations.Add(new(TraceStepKind.Source, source.At, $"'{source.Name}' comes from {source.Says}"));
        stations.Reverse();
        return new FlowDetection(rule, confidence, $"'{source.Name}' from {source.Says} reaches {display}{consequence}", shown, [.. stations]);
    }
}
