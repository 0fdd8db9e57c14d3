using System.Globalization;
using System.Text;
using Glassbox.Analysis;

namespace Glassbox.DocGen;

/// <summary>The rules.</summary>
public static class RuleDocuments
{
    /// <summary>The page: a table, then each rule.</summary>
    public static GeneratedDocument Rules()
    {
        var rules = new AnalysisEngine().Rules;
        var page = new StringBuilder($"# Rules\n\n{Page.Notice}\n\n| rule | title | CWE | severity |\n|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            var weaknesses = string.Join(", ", rule.Cwe.Select(cwe => $"[{cwe}](https://cwe.mitre.org/data/definitions/{cwe}.html)"));
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {Page.Cell(rule.Title)} | {weaknesses} | {rule.Severity.ToString().ToLowerInvariant()} |\n");
        }

        page.Append("\nA finding is suppressed by a comment with a reason, on its line or the one above: `// glassbox:ignore GB1001 -- reason`.\n");
        foreach (var rule in rules)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {rule.Id}\n\n**{rule.Title}** (`{rule.Name}`, {rule.Category})\n\n{rule.Description}\n\n{rule.Remedy}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"Found:\n\n```csharp\n{rule.BadExample.ReplaceLineEndings("\n").Trim('\n')}\n```\n\nNot found:\n\n```csharp\n{rule.GoodExample.ReplaceLineEndings("\n").Trim('\n')}\n```\n");
        }

        return new GeneratedDocument("protocol-docs/rules.md", page.ToString().ReplaceLineEndings("\n"));
    }
}
