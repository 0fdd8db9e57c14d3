using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Check;

/// <summary>Findings for people: where, what, the line itself, how the value got there.</summary>
internal static class TextReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="ink">Where to.</param>
    /// <param name="folder">The current folder: paths are relative to it, so that a terminal can open them.</param>
    public static void Write(CheckReport report, Ink ink, string folder)
    {
        var sources = new SourceTexts();
        foreach (var document in report.Findings.GroupBy(finding => finding.Path))
        {
            foreach (var finding in document) WriteFinding(finding, ink, sources, folder);
            ink.Line();
        }

        WriteSummary(report, ink);
    }

    private static void WriteFinding(Finding finding, Ink ink, SourceTexts sources, string folder)
    {
        ink.Write($"{Printable.Of(Target.Display(finding.Path, folder))}:{finding.Range.Start} ", Tone.Strong)
            .Write(Words.Of(finding.Severity), Words.ToneOf(finding.Severity))
            .Write($" {finding.RuleId} ", Tone.Faint)
            .Line(Printable.Of(finding.Message));
        if (sources.Line(finding.Path, finding.Range.Start.Line) is { } line) WriteSource(finding, line, ink);
        if (finding.Trace.Length > 1) WriteTrace(finding, ink, folder);
    }

    private static void WriteSource(Finding finding, string line, Ink ink)
    {
        var excerpt = SourceExcerpt.Of(line, finding.Range);
        var number = $"{finding.Range.Start.Line + 1}";
        ink.Write($"{number,6} | ", Tone.Faint).Line(excerpt.Text);
        ink.Write($"{"",6} | ", Tone.Faint).Write(new string(' ', excerpt.Indent))
            .Line(new string('^', excerpt.Width), Words.ToneOf(finding.Severity));
    }

    private static void WriteTrace(Finding finding, Ink ink, string folder)
    {
        foreach (var step in finding.Trace)
        {
            var kind = step.Kind switch
            {
                TraceStepKind.Source => "source",
                TraceStepKind.Sink => "sink",
                _ => "then",
            };
            ink.Write($"{kind,12}", Tone.Note)
                .Write($"  {Printable.Of(Target.Display(step.Path, folder))}:{step.Range.Start}", Tone.Faint)
                .Line($"  {Printable.Of(step.Message)}");
        }
    }

    private static void WriteSummary(CheckReport report, Ink ink)
    {
        if (report.Findings.IsEmpty)
        {
            ink.Line($"No findings in {Words.Count(report.Documents, "file")}.", Tone.Good);
            return;
        }

        var bySeverity = report.Findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => group.Key switch
            {
                Severity.Information => $"{group.Count()} for information",
                var severity => Words.Count(group.Count(), Words.Of(severity)),
            });
        var files = report.Findings.Select(finding => finding.Path).Distinct().Count();
        ink.Line(
            $"{Words.Count(report.Findings.Length, "finding")} ({string.Join(", ", bySeverity)}) in {files} of {Words.Count(report.Documents, "file")}.",
            Tone.Strong);
    }
}
