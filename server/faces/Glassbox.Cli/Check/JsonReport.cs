using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Check;

/// <summary>Findings for programs, in a shape of our own. Lines and columns count from 1; columns are UTF-16 code units.</summary>
internal static class JsonReport
{
    /// <summary>How every JSON of the command line is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Nothing of this is put into a web page; people read it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes the report.</summary>
    public static void Write(CheckReport report, TextWriter writer)
    {
        var rules = report.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var document = new
        {
            Tool = "glassbox",
            report.Version,
            Root = report.Target.Root.Value,
            report.Documents,
            report.ExitCode,
            Findings = report.Findings.Select(finding => new
            {
                Rule = finding.RuleId,
                rules.GetValueOrDefault(finding.RuleId)?.Name,
                Cwe = rules.GetValueOrDefault(finding.RuleId)?.Cwe ?? [],
                Severity = Words.Of(finding.Severity),
                Confidence = finding.Confidence.ToString().ToLowerInvariant(),
                finding.Message,
                Place = PlaceOf(finding.Path, finding.Range),
                Trace = finding.Trace.Select(step => new
                {
                    Kind = step.Kind.ToString().ToLowerInvariant(),
                    step.Message,
                    Place = PlaceOf(step.Path, step.Range),
                }),
                finding.Fingerprint,
            }),
            Notices = report.Notices.Select(notice => new { Level = notice.Level == MessageLevel.Error ? "error" : "warning", notice.Text }),
        };
        writer.Write(JsonSerializer.Serialize(document, Options));
        writer.Write('\n');

        Place PlaceOf(DocumentPath path, TextRange range) => new(
            report.Target.Relative(path), range.Start.Line + 1, range.Start.Character + 1, range.End.Line + 1, range.End.Character + 1);
    }

    private sealed record Place(string File, int Line, int Column, int EndLine, int EndColumn);
}
