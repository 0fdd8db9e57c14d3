using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Fix;

/// <summary>Names a finding while the lines around it move.</summary>
internal readonly record struct FindingKey(DocumentPath Path, string RuleId, string Fingerprint)
{
    /// <summary>The key of a finding.</summary>
    public static FindingKey Of(Finding finding) => new(finding.Path, finding.RuleId, finding.Fingerprint);
}
