using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>What a rule saw, in offsets of the text, before settings, suppressions and fingerprints.</summary>
internal sealed record Detection(
    string RuleId, Confidence Confidence, string Message, TextSpan Span, ImmutableArray<TraceStation> Trace);
