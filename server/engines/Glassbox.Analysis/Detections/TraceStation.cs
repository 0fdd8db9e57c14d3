using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Detections;

/// <summary>One station of a trace.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="Span">In offsets of the document's text; empty where it is in another document.</param>
/// <param name="Message">What happens, in one line.</param>
internal sealed record TraceStation(TraceStepKind Kind, TextSpan Span, string Message)
{
    /// <summary>Where it is in another document; null where it is in this one.</summary>
    public (DocumentPath Path, TextRange Range)? Elsewhere { get; init; }
}
