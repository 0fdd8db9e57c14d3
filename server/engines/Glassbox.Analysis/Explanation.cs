using System.Globalization;
using System.Text;
using Glassbox.Analysis.Rules;
using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis;

/// <summary>A finding explained in Markdown.</summary>
internal static class Explanation
{
    public static string Of(Finding finding)
    {
        if (!RuleCatalog.ById.TryGetValue(finding.RuleId, out var rule)) return $"**{finding.RuleId}**: {finding.Message}\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {rule.Title} ({rule.Id})\n\n{finding.Message}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Why it is dangerous.** {rule.Description.ReplaceLineEndings("\n")}\n\n");
        if (!finding.Trace.IsDefaultOrEmpty)
        {
            text.Append("**The flow**\n\n");
            var number = 1;
            foreach (var step in finding.Trace)
                text.Append(CultureInfo.InvariantCulture, $"{number++}. {step.Message} (`{step.Path.Name}:{step.Range.Start.Line + 1}`)\n");
            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"**How to make it safe.** {rule.Remedy.ReplaceLineEndings("\n")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Confidence: {Sureness(finding.Confidence)}. [CWE-{rule.Cwe[0]}]({rule.HelpUri})\n");
        return text.ToString();
    }

    private static string Sureness(Confidence confidence) => confidence switch
    {
        Confidence.High => "high, every link was seen",
        Confidence.Medium => "medium, one link is assumed",
        _ => "low, matched by name only",
    };
}
