using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Fix;

/// <summary>A finding that could not be fixed.</summary>
/// <param name="Now">Where it is after the other fixes.</param>
/// <param name="Before">Where it was before them; the same where it was not known then.</param>
/// <param name="Reason">Why it is left.</param>
internal sealed record LeftFinding(Finding Now, Finding Before, string Reason);
