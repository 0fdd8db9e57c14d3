using Glassbox.Contracts.Findings;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Analysis.Secrets;

/// <summary>One secret in a text.</summary>
/// <param name="Span">The secret itself, without its name or its quotes.</param>
/// <param name="Redacted">Enough to know it again, never the whole: "ghp_… (40 characters)".</param>
internal sealed record SecretMatch(SecretKind Kind, TextSpan Span, Confidence Confidence, string Redacted);
