using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>One station of a trace, in offsets of the document's text.</summary>
internal sealed record TraceStation(TraceStepKind Kind, TextSpan Span, string Message);
