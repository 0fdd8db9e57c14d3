using System.Collections.Immutable;
using Glassbox.Analysis.Taint.Values;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis;

namespace Glassbox.Analysis.Taint.Summaries;

/// <summary>What is found while one body is looked at.</summary>
/// <param name="path">The document of the body.</param>
internal sealed class BodyFindings(string path)
{
    private const int MostSinks = 24;
    private const int MostOwnSinks = 4;

    private readonly HashSet<(string RuleId, Spot At)> seen = [];
    private readonly Dictionary<(TaintInput Input, Harms Harm), List<InputSink>> sinks = [];
    private readonly List<FlowDetection> detections = [];

    public IReadOnlyList<FlowDetection> Detections => detections;

    /// <summary>
    /// The sinks that are worth telling callers of: a few of the body's own for each input and harm, of those further away the
    /// nearest, and of all of them not more than a caller can make use of.
    /// </summary>
    public ImmutableArray<InputSink> Sinks =>
    [
        .. sinks.Values.SelectMany(same => same)
            .OrderBy(sink => (sink.Harm & Harms.Numeric) != Harms.None)
            .ThenBy(sink => sink, SinkOrder.Instance)
            .Take(MostSinks),
    ];

    public void Add(InputSink sink)
    {
        if (!sinks.TryGetValue((sink.Input, sink.Harm), out var same)) sinks[(sink.Input, sink.Harm)] = same = [];
        if (same.Exists(other => other.At == sink.At)) return;
        same.Add(sink);
        same.Sort(SinkOrder.Instance);
        var most = same[0].At.Path == path ? MostOwnSinks : 1;
        if (same.Count > most) same.RemoveRange(most, same.Count - most);
    }

    /// <summary>Adds a detection; the same rule speaks once of one place.</summary>
    /// <param name="harm">What the sink is about.</param>
    /// <param name="taint">Where the value comes from.</param>
    /// <param name="sink">Where harm is done.</param>
    /// <param name="site">The place in the body that leads there.</param>
    /// <param name="display">The sink, as messages name it.</param>
    /// <param name="confidence">How sure it is.</param>
    public void Report(Harms harm, TaintLabel taint, Spot sink, SyntaxNode site, string display, Confidence confidence)
    {
        var shown = sink.Path == path ? sink : Spot.Of(site);
        var detection = FlowDetection.Of(harm, taint, sink, shown, display, confidence);
        if (seen.Add((detection.RuleId, shown))) detections.Add(detection);
    }

    // The nearest first; among equals one that does not depend on the way in which they were found.
    private sealed class SinkOrder : IComparer<InputSink>
    {
        public static readonly SinkOrder Instance = new();

        public int Compare(InputSink? x, InputSink? y)
        {
            if (x is null || y is null) return 0;
            var depth = (x.Way?.Depth ?? 0).CompareTo(y.Way?.Depth ?? 0);
            if (depth != 0) return depth;
            var path = string.CompareOrdinal(x.At.Path, y.At.Path);
            if (path != 0) return path;
            var start = x.At.Span.Start.CompareTo(y.At.Span.Start);
            if (start != 0) return start;
            var parameter = x.Input.Root.Parameter.CompareTo(y.Input.Root.Parameter);
            if (parameter != 0) return parameter;
            var members = string.CompareOrdinal(x.Input.Members, y.Input.Members);
            return members != 0 ? members : x.Harm.CompareTo(y.Harm);
        }
    }
}
