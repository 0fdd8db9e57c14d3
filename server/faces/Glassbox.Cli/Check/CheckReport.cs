using System.Collections.Immutable;
using Glassbox.Cli.Session;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;

namespace Glassbox.Cli.Check;

/// <summary>What a check found: the one thing that every format is written from.</summary>
/// <param name="Target">What was looked at.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Rules">The rules that were looked for, in order of id.</param>
/// <param name="Findings">In order of path, place and rule.</param>
/// <param name="Documents">How many documents were looked at.</param>
/// <param name="Notices">What the core and the projects have to say, each once.</param>
/// <param name="ExitCode">What the verb ends with.</param>
internal sealed record CheckReport(
    Target Target,
    string Version,
    ImmutableArray<RuleInfo> Rules,
    ImmutableArray<Finding> Findings,
    int Documents,
    ImmutableArray<Notice> Notices,
    int ExitCode)
{
    /// <summary>Puts a check's results in order.</summary>
    public static CheckReport Of(
        CoreSession session, string version, ImmutableArray<DocumentFindings> documents, ImmutableArray<ProjectStatus> projects)
    {
        var target = session.Target;
        var findings = documents
            .SelectMany(document => document.Findings)
            .OrderBy(finding => target.Relative(finding.Path), StringComparer.Ordinal)
            .ThenBy(finding => finding.Range.Start)
            .ThenBy(finding => finding.Range.End)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ToImmutableArray();
        var notices = session.Messages
            .Select(message => new Notice(message.Level, message.Text, IsTold: true))
            .Concat(projects
                .OrderBy(project => project.Path)
                .SelectMany(project => project.Problems.Select(problem => new Notice(MessageLevel.Warning, $"{project.Name}: {problem}", IsTold: false))))
            .DistinctBy(notice => notice.Text, StringComparer.Ordinal)
            .ToImmutableArray();
        var exit = documents.IsEmpty ? Cli.ExitCode.Failed : findings.IsEmpty ? Cli.ExitCode.Clean : Cli.ExitCode.Findings;
        return new CheckReport(target, version, session.Rules.Chosen, findings, documents.Length, notices, exit);
    }

    /// <summary>How many findings each rule has; rules without any are left out.</summary>
    public ImmutableSortedDictionary<string, int> CountByRule() =>
        Findings.GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
