using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Glassbox.Cli.Check;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Sarif;

/// <summary>Findings as SARIF 2.1.0, as code scanning services take it.</summary>
internal static class SarifReport
{
    private const string BaseId = "SRCROOT";

    /// <summary>Writes the report.</summary>
    public static void Write(CheckReport report, TextWriter writer)
    {
        writer.Write(JsonSerializer.Serialize(Convert(report), JsonReport.Options));
        writer.Write('\n');
    }

    private static SarifLog Convert(CheckReport report)
    {
        var known = report.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        // A rule that the core did not list is still named, so that every index points somewhere.
        var unknown = report.Findings.Select(finding => finding.RuleId).Where(id => !known.Contains(id)).Distinct().Order(StringComparer.Ordinal);
        ImmutableArray<SarifRule> rules = [.. report.Rules.Select(RuleOf), .. unknown.Select(id => new SarifRule(id))];
        var indexes = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);

        var root = Path.TrimEndingDirectorySeparator(report.Target.Root.Value) + Path.DirectorySeparatorChar;
        var run = new SarifRun(
            new SarifTool(new SarifDriver("Glassbox", report.Version, $"Glassbox {report.Version}", rules)),
            [InvocationOf(report)],
            ImmutableSortedDictionary<string, SarifArtifactLocation>.Empty.Add(BaseId, new SarifArtifactLocation(SarifUri.OfFile(root))),
            "utf16CodeUnits",
            // Spec: 3.14.20. Without this a lone carriage return would not end a line.
            ["\r\n", "\n", "\r"],
            [.. report.Findings.Select(finding => ResultOf(report, finding, indexes[finding.RuleId]))]);
        return new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [run]);
    }

    private static SarifInvocation InvocationOf(CheckReport report)
    {
        var notifications = report.Notices
            .Select(notice => new SarifNotification(notice.Level == MessageLevel.Error ? "error" : "warning", new SarifText(notice.Text)))
            .ToImmutableArray();
        if (report.Documents == 0) notifications = notifications.Add(new SarifNotification("error", new SarifText("No C# file was loaded.")));
        return new SarifInvocation(report.ExitCode != ExitCode.Failed, report.ExitCode, notifications);
    }

    private static SarifRule RuleOf(RuleInfo rule)
    {
        var isSecurity = SecurityScore.IsSecurity(rule);
        ImmutableArray<string> tags =
        [
            .. isSecurity ? (ReadOnlySpan<string>)["security"] : [],
            rule.Category.ToLowerInvariant(),
            .. rule.Cwe.Select(cwe => string.Create(CultureInfo.InvariantCulture, $"external/cwe/cwe-{cwe:D3}")),
        ];
        var help = $"{rule.Description}\n\n{rule.Remedy}\n\n```csharp\n// Found:\n{rule.BadExample.TrimEnd()}\n\n// Safe:\n{rule.GoodExample.TrimEnd()}\n```";
        return new SarifRule(
            rule.Id,
            rule.Name,
            new SarifText(rule.Title),
            new SarifText(rule.Description, rule.Description),
            new SarifText($"{rule.Description}\n\n{rule.Remedy}", help),
            rule.Cwe.IsEmpty ? null : rule.HelpUri,
            new SarifConfiguration(LevelOf(rule.Severity)),
            new SarifRuleProperties([.. tags.Distinct()], "high", isSecurity ? SecurityScore.Of(rule.Severity) : null));
    }

    private static SarifResult ResultOf(CheckReport report, Finding finding, int ruleIndex) => new(
        finding.RuleId,
        ruleIndex,
        LevelOf(finding.Severity),
        new SarifText(finding.Message),
        [LocationOf(report, finding.Path, finding.Range)],
        finding.Trace.IsEmpty ? null : [new SarifCodeFlow([new SarifThreadFlow([.. finding.Trace.Select((step, index) => StationOf(report, step, index))])])],
        ImmutableSortedDictionary<string, string>.Empty.Add("glassboxFingerprint/v1", finding.Fingerprint),
        new SarifResultProperties(finding.Confidence.ToString().ToLowerInvariant()));

    private static SarifThreadFlowLocation StationOf(CheckReport report, TraceStep step, int index) => new(
        LocationOf(report, step.Path, step.Range) with { Message = new SarifText(step.Message) },
        index + 1,
        step.Kind == TraceStepKind.Step ? "important" : "essential");

    private static SarifLocation LocationOf(CheckReport report, DocumentPath path, TextRange range)
    {
        var file = !path.IsFile ? new SarifArtifactLocation(path.Value)
            : path.IsUnder(report.Target.Root) ? new SarifArtifactLocation(SarifUri.Relative(path.RelativeTo(report.Target.Root)), BaseId)
            : new SarifArtifactLocation(SarifUri.OfFile(path.Value));
        var region = new SarifRegion(range.Start.Line + 1, range.Start.Character + 1, range.End.Line + 1, range.End.Character + 1);
        return new SarifLocation(new SarifPhysicalLocation(file, region));
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Information or Severity.Hint => "note",
        _ => "none",
    };
}
