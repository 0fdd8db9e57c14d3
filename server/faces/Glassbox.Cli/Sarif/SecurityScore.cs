using System.Globalization;
using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Sarif;

/// <summary>What code scanning services want to know of a rule beside its level.</summary>
internal static class SecurityScore
{
    /// <summary>The families of rules that are about correct programs, not about attackers.</summary>
    private static readonly string[] Quality = ["Correctness", "Reliability", "Async", "Concurrency"];

    /// <summary>True for rules that an attacker would care about.</summary>
    public static bool IsSecurity(RuleInfo rule) => !Quality.Contains(rule.Category);

    /// <summary>
    /// A score as of CVSS, from 0 to 10. Code scanning calls 9.0 and above critical, 7.0 high, 4.0 medium; a rule's own
    /// severity is all that there is to tell them apart.
    /// </summary>
    public static string Of(Severity severity)
    {
        var score = severity switch
        {
            Severity.Error => 8.5,
            Severity.Warning => 6.0,
            Severity.Information => 3.5,
            _ => 2.0,
        };
        return score.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
