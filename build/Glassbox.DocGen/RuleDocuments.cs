using System.Globalization;
using System.Text;
using Glassbox.Analysis;
using Glassbox.Contracts.Findings;

namespace Glassbox.DocGen;

/// <summary>The rules.</summary>
public static class RuleDocuments
{
    /// <summary>The page: a table, then each rule.</summary>
    public static GeneratedDocument Rules()
    {
        var engine = new AnalysisEngine();
        var rules = engine.Rules;
        var fixable = engine.FixableRules;
        var page = new StringBuilder($"# Rules\n\n{Page.Notice}\n\n| rule | title | CWE | OWASP 2025 | fix | severity |\n|---|---|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            var weaknesses = string.Join(", ", rule.Cwe.Select(cwe => $"[{cwe}](https://cwe.mitre.org/data/definitions/{cwe}.html)"));
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {Page.Cell(rule.Title)} | {weaknesses} | {Short(rule.Owasp2025)} | {(fixable.Contains(rule.Id) ? "yes" : "")} | {rule.Severity.ToString().ToLowerInvariant()} |\n");
        }

        page.Append("\nA finding is suppressed by a comment with a reason, on its line or the one above: `// glassbox:ignore GB1001 -- reason`.\n");
        foreach (var rule in rules)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {rule.Id}\n\n**{rule.Title}** (`{rule.Name}`, {rule.Category})\n\n{Categories(rule)}{rule.Description}\n\n{rule.Remedy}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"Found:\n\n```csharp\n{rule.BadExample.ReplaceLineEndings("\n").Trim('\n')}\n```\n\nNot found:\n\n```csharp\n{rule.GoodExample.ReplaceLineEndings("\n").Trim('\n')}\n```\n");
        }

        return new GeneratedDocument("protocol-docs/rules.md", page.ToString().ReplaceLineEndings("\n"));
    }

    // "A05:2025 Injection" → "A05"
    private static string Short(string? category) => category?[..category.IndexOf(':', StringComparison.Ordinal)] ?? "";

    private static string Categories(RuleInfo rule) => (rule.Owasp2021, rule.Owasp2025) switch
    {
        (null, null) => "",
        ({ } older, null) => $"OWASP Top 10: {older}.\n\n",
        (null, { } newer) => $"OWASP Top 10: {newer}.\n\n",
        var (older, newer) => $"OWASP Top 10: {older}; {newer}.\n\n",
    };
}
