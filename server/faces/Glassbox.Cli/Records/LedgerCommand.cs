using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Cli.Check;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;
using Glassbox.Contracts.Ledger;

namespace Glassbox.Cli.Records;

/// <summary><c>glassbox ledger verify|show</c>: what was recorded, and whether it is as it was written.</summary>
internal sealed class LedgerCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Option<int> last = new("--last") { Description = "Only the newest records.", DefaultValueFactory = _ => int.MaxValue, HelpName = "N" };
    private readonly Option<string> format = SharedOptions.Format("text", "json");
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its own verbs.</summary>
    public Command Build()
    {
        var verify = new Command("verify", "Check the whole chain. Ends with 1 where a record was changed, removed or reordered, 2 where it cannot be read.");
        verify.SetAction((_, cancellationToken) => RunAsync("ledger verify", () => VerifyAsync(cancellationToken), cancellationToken));
        var show = new Command("show", "Show the records.") { last, format, noColor };
        show.SetAction((parsed, cancellationToken) => RunAsync("ledger show", () => ShowAsync(parsed, cancellationToken), cancellationToken));
        return new Command("ledger", "The tamper-evident record of what was suggested, accepted and checked.") { verify, show };
    }

    private Task<int> RunAsync(string name, Func<Task<int>> run, CancellationToken cancellationToken) =>
        Verb.RunAsync(name, services.Version, terminal.Error, run, cancellationToken);

    private async Task<int> VerifyAsync(CancellationToken cancellationToken)
    {
        var found = await services.Ledger.VerifyAsync(cancellationToken);
        await terminal.Output.WriteLineAsync($"{services.Ledger.Location}: {LedgerWords.Describe(found)}");
        return found.Fault switch
        {
            LedgerFault.None => ExitCode.Clean,
            LedgerFault.Unreadable => ExitCode.Failed,
            _ => ExitCode.Findings,
        };
    }

    private async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var records = new Queue<LedgerRecord>();
        try
        {
            await foreach (var record in services.Ledger.ReadAsync(cancellationToken))
            {
                records.Enqueue(record);
                if (records.Count > parsed.GetValue(last)) records.Dequeue();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The ledger cannot be read: {e.Message}");
        }

        if (parsed.GetValue(format) == "json") WriteJson(records);
        else WriteText(records, new Ink(terminal.Output, terminal.OutputHasColors && !parsed.GetValue(noColor)));
        return ExitCode.Clean;
    }

    private static void WriteText(IEnumerable<LedgerRecord> records, Ink ink)
    {
        foreach (var record in records)
            ink.Write($"{record.Sequence,6} {record.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)} ", Tone.Faint)
                .Write($"{record.Kind,-20} ", Tone.Note)
                .Line(Printable.Of(Describe(record)));
    }

    private static string Describe(LedgerRecord record) => record.Event switch
    {
        CheckRun run => $"{run.Path}: {Words.Count(run.FindingsByRule.Values.Sum(), "finding")} in {Words.Count(run.Documents, "file")}",
        FixApplied fix => $"{string.Join(", ", fix.RuleIds)}: {Words.Count(fix.Fixed, "finding")} fixed in "
            + $"{Name(fix.Documents.Select(document => document.Path))}, {fix.Left} left, by {fix.Engine} through {fix.Face}",
        FixResolved fix => $"{fix.RuleId ?? "all rules"}: an edit of {Name(fix.Documents)} that removes {Words.Count(fix.Fixed, "finding")}, "
            + $"by {fix.Engine} for {fix.Face}",
        SuppressionWritten suppression => $"{suppression.RuleId} in {suppression.Document}: {suppression.Reason}",
        SuggestionAccepted taken => $"{taken.Document}: {Words.Count(taken.Characters, "character")}{(taken.IsWhole ? "" : " of a longer text")} "
            + $"by {taken.Engine} through {taken.Face}, {string.Join("; ", taken.Reasons)}",
        _ => record.Payload,
    };

    /// <summary>A few by name, many by number; `--format json` has them all.</summary>
    private static string Name(IEnumerable<string> paths) =>
        paths.ToList() is { Count: <= 3 } few ? string.Join(", ", few) : Words.Count(paths.Count(), "file");

    private void WriteJson(IEnumerable<LedgerRecord> records)
    {
        var document = records.Select(record => new
        {
            record.Sequence,
            record.Time,
            record.Kind,
            Payload = JsonNode.Parse(record.Payload),
            record.Previous,
            record.Hash,
        });
        terminal.Output.Write(JsonSerializer.Serialize(document, JsonReport.Options) + "\n");
    }
}
