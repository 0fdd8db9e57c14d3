using System.CommandLine;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Check;

/// <summary><c>glassbox check PATH</c>: looks, and reports what it found.</summary>
internal sealed class CheckCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Argument<string> path = SharedOptions.Path();
    private readonly Option<bool> trust = SharedOptions.Trust();
    private readonly Option<string[]> rules = SharedOptions.Rules("--rules", "--rule");
    private readonly Option<string> severity = SharedOptions.LeastSeverity();
    private readonly Option<string> format = SharedOptions.Format("text", "sarif", "json");
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write the report to this file.", HelpName = "FILE" };
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its options.</summary>
    public Command Build()
    {
        var command = new Command("check", "Report findings. Ends with 0 where there are none, 1 where there are, 2 where it could not look.")
        {
            path, trust, rules, severity, format, output, noColor,
        };
        command.SetAction((parsed, cancellationToken) =>
            Verb.RunAsync("check", services.Version, terminal.Error, () => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = Target.Of(parsed.GetRequiredValue(path), terminal.Folder);
        var destination = OutputFile.Of(parsed.GetValue(output), terminal.Folder);
        var request = new SessionRequest(
            SharedOptions.ListOf(parsed.GetValue(rules)), SharedOptions.SeverityOf(parsed.GetValue(severity)), parsed.GetValue(trust));

        var report = await LookAsync(target, request, cancellationToken);
        foreach (var notice in report.Notices.Where(notice => !notice.IsTold))
            await terminal.Error.WriteLineAsync($"glassbox: warning: {Printable.Of(notice.Text)}");
        if (report.Documents == 0)
            await terminal.Error.WriteLineAsync(
                $"glassbox: There is nothing to look at in {target.Root.Value}: no C# file was loaded."
                + (report.Notices.IsEmpty ? " Is it the right folder?" : " The warnings above say why."));

        var hasColors = terminal.OutputHasColors && destination is null && !parsed.GetValue(noColor);
        await WriteAsync(report, parsed.GetValue(format), destination, hasColors, cancellationToken);
        await RecordAsync(report, cancellationToken);
        return report.ExitCode;
    }

    private async Task<CheckReport> LookAsync(Target target, SessionRequest request, CancellationToken cancellationToken)
    {
        await using var session = await CoreSession.OpenAsync(services, terminal, target, request, cancellationToken);
        var documents = await session.FindAsync(cancellationToken);
        var status = await session.Core.GetStatusAsync(cancellationToken);
        return CheckReport.Of(session, services.Version, documents, status.Projects);
    }

    private async Task WriteAsync(CheckReport report, string? format, OutputFile? destination, bool hasColors, CancellationToken cancellationToken)
    {
        await using var writer = new StringWriter { NewLine = "\n" };
        if (format == "sarif") Sarif.SarifReport.Write(report, writer);
        else if (format == "json") JsonReport.Write(report, writer);
        else if (report.Documents > 0) TextReport.Write(report, new Ink(writer, hasColors), terminal.Folder);

        if (destination is null) await terminal.Output.WriteAsync(writer.ToString().AsMemory(), cancellationToken);
        else await destination.WriteAsync(writer.ToString(), cancellationToken);
    }

    private async Task RecordAsync(CheckReport report, CancellationToken cancellationToken)
    {
        var checkedPath = (report.Target.Document ?? report.Target.Root).Value;
        var what = new CheckRun(checkedPath, report.Version, report.Documents, report.CountByRule(), report.ExitCode);
        var append = await services.Ledger.AppendAsync(what, cancellationToken);
        if (LedgerWords.Warning(append, services.Ledger.Location) is { } warning)
            await terminal.Error.WriteLineAsync($"glassbox: warning: {warning}");
    }
}
