using System.Collections.Immutable;
using System.CommandLine;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Fix;

/// <summary><c>glassbox fix PATH</c>: removes findings by verified edits.</summary>
internal sealed class FixCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Argument<string> path = SharedOptions.Path();
    private readonly Option<bool> trust = SharedOptions.Trust();
    private readonly Option<string[]> rules = SharedOptions.Rules("--rule", "--rules");
    private readonly Option<string> severity = SharedOptions.LeastSeverity();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Write nothing; show what would change, as a diff." };
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its options.</summary>
    public Command Build()
    {
        var command = new Command("fix", "Fix findings where a fix was verified. Ends with 0 where nothing is left, 1 where something is, 2 where it could not.")
        {
            path, trust, rules, severity, dryRun, noColor,
        };
        command.SetAction((parsed, cancellationToken) =>
            Verb.RunAsync("fix", services.Version, terminal.Error, () => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = Target.Of(parsed.GetRequiredValue(path), terminal.Folder);
        var request = new SessionRequest(
            SharedOptions.ListOf(parsed.GetValue(rules)), SharedOptions.SeverityOf(parsed.GetValue(severity)), parsed.GetValue(trust));
        var outcome = await FixAsync(target, request, cancellationToken);
        if (outcome.Documents == 0)
            throw new UsageException($"There is nothing to fix in {target.Root.Value}: no C# file was loaded. Is it the right folder?");

        var hasColors = terminal.OutputHasColors && !parsed.GetValue(noColor);
        return parsed.GetValue(dryRun)
            ? Show(target, outcome, hasColors)
            : await WriteAsync(outcome, hasColors, cancellationToken);
    }

    private async Task<FixOutcome> FixAsync(Target target, SessionRequest request, CancellationToken cancellationToken)
    {
        await using var session = await CoreSession.OpenAsync(services, terminal, target, request, cancellationToken);
        return await new FixRun(session).RunAsync(cancellationToken);
    }

    private int Show(Target target, FixOutcome outcome, bool hasColors)
    {
        var ink = new Ink(terminal.Output, hasColors);
        foreach (var copy in outcome.Changed) UnifiedDiff.Write(target.Relative(copy.File.Path), copy.File.Text, copy.Text, ink);
        // The diff alone is the result, so that it can be piped into `git apply`.
        FixSummary.Write(outcome, isDryRun: true, new Ink(terminal.Error, hasColors: false), terminal.Folder);
        // Nothing was written, so everything is left.
        return outcome.Fixed.IsEmpty && outcome.Left.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    private async Task<int> WriteAsync(FixOutcome outcome, bool hasColors, CancellationToken cancellationToken)
    {
        // Past this point nothing is cancelled: files that belong together are written together.
        cancellationToken.ThrowIfCancellationRequested();
        var (written, problems) = FileWriter.Write(outcome.Changed);
        foreach (var problem in problems) await terminal.Error.WriteLineAsync($"glassbox: {Printable.Of(problem)}");
        if (!written.IsEmpty) await RecordAsync(outcome, written);
        if (!problems.IsEmpty)
        {
            await terminal.Error.WriteLineAsync(written.IsEmpty
                ? "glassbox: Nothing was written. Run it again when the files are settled."
                : $"glassbox: Only these were written: {string.Join(", ", written.Select(document => document.Path))}");
            return ExitCode.Failed;
        }

        FixSummary.Write(outcome, isDryRun: false, new Ink(terminal.Output, hasColors), terminal.Folder);
        return outcome.Left.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    private async Task RecordAsync(FixOutcome outcome, ImmutableArray<WrittenDocument> written)
    {
        ImmutableArray<string> ids = [.. outcome.Fixed.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal)];
        var left = outcome.Left.Count(left => ids.Contains(left.Now.RuleId));
        var what = new FixApplied("cli", ids, written, outcome.Fixed.Length, left, "rules");
        var append = await services.Ledger.AppendAsync(what, CancellationToken.None);
        if (LedgerWords.Warning(append, services.Ledger.Location) is { } warning)
            await terminal.Error.WriteLineAsync($"glassbox: warning: {warning}");
    }
}
