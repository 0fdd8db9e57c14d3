using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Findings;

/// <summary>One station on the way from a source to a sink.</summary>
/// <param name="Kind">What happens here.</param>
/// <param name="Path">The document.</param>
/// <param name="Range">The expression.</param>
/// <param name="Message">What happens, in one line that names the value.</param>
public sealed record TraceStep(TraceStepKind Kind, DocumentPath Path, TextRange Range, string Message);
