using System.Collections.Immutable;
using Glassbox.Cli.Session;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Processes;

namespace Glassbox.Cli.Doctor;

/// <summary>Looks at the machine. Every program is given a few seconds and no input.</summary>
internal sealed class Examination(CommandLineServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Everything, in the order in which it is shown.</summary>
    public async Task<ImmutableArray<DoctorEntry>> RunAsync(CancellationToken cancellationToken)
    {
        var entries = await Task.WhenAll(
            SdksAsync(cancellationToken),
            GitAsync(cancellationToken),
            Task.FromResult(StateFolder()),
            LedgerAsync(cancellationToken),
            ModelAsync(cancellationToken));
        var editors = await Task.WhenAll(Editors.Known.Select(editor => EditorAsync(editor, cancellationToken)));
        return [.. entries, .. Editors.Summarize(editors)];
    }

    private async Task<DoctorEntry> SdksAsync(CancellationToken cancellationToken)
    {
        const string name = ".NET SDK";
        const string advice = "Install the .NET SDK from https://dotnet.microsoft.com/download. Without it projects are read as data only.";
        var result = await RunAsync("dotnet", ["--list-sdks"], cancellationToken);
        if (result.Outcome == ProcessOutcome.NotFound) return new DoctorEntry(name, DoctorStatus.Error, "`dotnet` is not on the PATH.", advice);
        if (!result.Succeeded) return new DoctorEntry(name, DoctorStatus.Error, $"`dotnet --list-sdks` failed: {WhyNot(result)}", advice);

        // 10.0.100 [/usr/share/dotnet/sdk]
        var versions = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ')[0])
            .ToList();
        return versions.Count == 0
            ? new DoctorEntry(name, DoctorStatus.Error, "`dotnet` is there, but no SDK.", advice)
            : new DoctorEntry(name, DoctorStatus.Good, string.Join(", ", versions));
    }

    private async Task<DoctorEntry> GitAsync(CancellationToken cancellationToken)
    {
        var result = await RunAsync("git", ["--version"], cancellationToken);
        return result.Succeeded
            ? new DoctorEntry("git", DoctorStatus.Good, FirstLine(result.Output))
            : new DoctorEntry("git", DoctorStatus.Warning, WhyNot(result), "Install git: agent runs need it. Findings and completion do not.");
    }

    private DoctorEntry StateFolder()
    {
        const string name = "State folder";
        try
        {
            Directory.CreateDirectory(services.StateFolder);
            var probe = Path.Combine(services.StateFolder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
            return new DoctorEntry(name, DoctorStatus.Good, services.StateFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DoctorEntry(
                name, DoctorStatus.Error, $"{services.StateFolder} cannot be written to: {e.Message}",
                "Make it writable, or free some space. Without it nothing is remembered or recorded.");
        }
    }

    private async Task<DoctorEntry> LedgerAsync(CancellationToken cancellationToken)
    {
        var found = await services.Ledger.VerifyAsync(cancellationToken);
        var advice = found.Fault switch
        {
            LedgerFault.None => null,
            LedgerFault.Torn => "Nothing needs to be done.",
            _ => $"Keep a copy of {services.Ledger.Location} as it is, and find out who wrote to it. New records go on behind it.",
        };
        var status = found.IsIntact ? DoctorStatus.Good : found.Fault == LedgerFault.Torn ? DoctorStatus.Warning : DoctorStatus.Error;
        return new DoctorEntry("Ledger", status, LedgerWords.Describe(found), advice);
    }

    private async Task<DoctorEntry> ModelAsync(CancellationToken cancellationToken)
    {
        var configuration = await services.Models.ReadAsync(cancellationToken);
        if (configuration.Endpoint is { } endpoint)
            return new DoctorEntry("Model", DoctorStatus.Good, $"{endpoint.Model} at {endpoint.Address.Host}");
        if (configuration.Problems.IsEmpty)
            return new DoctorEntry(
                "Model", DoctorStatus.Absent, "None is configured; nothing needs one.",
                $"To use one, write its `endpoint`, `model` and `keyVariable` into {configuration.File}.");
        return new DoctorEntry(
            "Model", DoctorStatus.Error, string.Join(" ", configuration.Problems.Select(ModelWords.Describe)), $"Correct {configuration.File}.");
    }

    private async Task<DoctorEntry> EditorAsync(Editor editor, CancellationToken cancellationToken)
    {
        var program = editor.Programs.FirstOrDefault(program => services.Processes.Locate(program) is not null);
        if (program is null) return new DoctorEntry(editor.Name, DoctorStatus.Absent, "not on the PATH");
        if (!editor.TellsVersion) return new DoctorEntry(editor.Name, DoctorStatus.Good, services.Processes.Locate(program)!);
        var result = await RunAsync(program, ["--version"], cancellationToken);
        return result.Succeeded
            ? editor.Judge(FirstLine(result.Output))
            : new DoctorEntry(editor.Name, DoctorStatus.Warning, $"`{program} --version` failed: {WhyNot(result)}");
    }

    private Task<ProcessResult> RunAsync(string program, ImmutableArray<string> arguments, CancellationToken cancellationToken) =>
        services.Processes.RunAsync(new ProcessRequest(program, arguments) { TimeLimit = Patience, OutputLimit = 64 * 1024 }, cancellationToken);

    private static string FirstLine(string text) => text.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd();

    private static string WhyNot(ProcessResult result) => result.Outcome switch
    {
        ProcessOutcome.NotFound => "It is not on the PATH.",
        ProcessOutcome.NotStarted => $"It could not be started ({result.Detail}).",
        ProcessOutcome.TimedOut => "It did not answer in time.",
        _ => $"It ended with {result.ExitCode}. {FirstLine(result.Error)}".TrimEnd(),
    };
}
