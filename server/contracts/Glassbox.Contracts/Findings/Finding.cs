using System.Collections.Immutable;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Findings;

/// <summary>One thing found in one document.</summary>
/// <param name="RuleId">The rule, see <see cref="RuleInfo.Id"/>.</param>
/// <param name="Severity">Its severity after settings were applied.</param>
/// <param name="Confidence">How sure the analysis is.</param>
/// <param name="Message">One line that names the value and the sink.</param>
/// <param name="Path">The document.</param>
/// <param name="Range">What an editor underlines.</param>
/// <param name="Trace">From source to sink, the sink last; empty where nothing flows.</param>
/// <param name="Fingerprint">
/// Stays the same while lines move: rule, enclosing member, the text underlined and an ordinal among equals, hashed.
/// </param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    Confidence Confidence,
    string Message,
    DocumentPath Path,
    TextRange Range,
    ImmutableArray<TraceStep> Trace,
    string Fingerprint);
