using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using Glassbox.Cli.Check;
using Glassbox.Cli.Session;
using Glassbox.Cli.Text;

namespace Glassbox.Cli.Doctor;

/// <summary><c>glassbox doctor</c>: what is on this machine, what is missing, what to do.</summary>
internal sealed class DoctorCommand(CommandLineServices services, CliTerminal terminal)
{
    private readonly Option<string> format = SharedOptions.Format("text", "json");
    private readonly Option<bool> noColor = SharedOptions.NoColor();

    /// <summary>The verb with its options.</summary>
    public Command Build()
    {
        var command = new Command("doctor", "Say what is on this machine, what is missing and what to do. Ends with 1 where something does not work.")
        {
            format, noColor,
        };
        command.SetAction((parsed, cancellationToken) =>
            Verb.RunAsync("doctor", services.Version, terminal.Error, () => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var entries = await new Examination(services).RunAsync(cancellationToken);
        if (parsed.GetValue(format) == "json") WriteJson(entries);
        else WriteText(entries, new Ink(terminal.Output, terminal.OutputHasColors && !parsed.GetValue(noColor)));
        return entries.Any(entry => entry.Status == DoctorStatus.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void WriteText(ImmutableArray<DoctorEntry> entries, Ink ink)
    {
        ink.Line($"Glassbox {services.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", Tone.Strong);
        var width = entries.Max(entry => entry.Name.Length);
        foreach (var entry in entries)
        {
            var (word, tone) = entry.Status switch
            {
                DoctorStatus.Good => ("ok     ", Tone.Good),
                DoctorStatus.Absent => ("-      ", Tone.Faint),
                DoctorStatus.Warning => ("warning", Tone.Warning),
                _ => ("error  ", Tone.Error),
            };
            ink.Write(word, tone).Line($" {entry.Name.PadRight(width)}  {Printable.Of(entry.Detail)}");
            if (entry.Advice is { } advice) ink.Line($"{"",8}{"".PadRight(width)}  {Printable.Of(advice)}", Tone.Faint);
        }
    }

    private void WriteJson(ImmutableArray<DoctorEntry> entries)
    {
        var document = new
        {
            services.Version,
            Runtime = RuntimeInformation.FrameworkDescription,
            Platform = RuntimeInformation.RuntimeIdentifier,
            Entries = entries.Select(entry => new { entry.Name, Status = entry.Status.ToString().ToLowerInvariant(), entry.Detail, entry.Advice }),
        };
        terminal.Output.Write(JsonSerializer.Serialize(document, JsonReport.Options) + "\n");
    }
}
