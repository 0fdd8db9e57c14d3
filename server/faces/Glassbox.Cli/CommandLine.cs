using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Glassbox.Cli.Check;
using Glassbox.Cli.Complete;
using Glassbox.Cli.Doctor;
using Glassbox.Cli.Evaluate;
using Glassbox.Cli.Fix;
using Glassbox.Cli.Records;

namespace Glassbox.Cli;

/// <summary>The command line: its verbs, and what they end with.</summary>
/// <param name="services">What the verbs need.</param>
/// <param name="terminal">Where they write.</param>
/// <param name="more">Verbs of the host, such as <c>lsp</c>; shown before ours.</param>
public sealed class CommandLine(CommandLineServices services, CliTerminal terminal, IEnumerable<Command> more)
{
    /// <summary>How long a verb may tidy up after Ctrl+C before the process ends anyway.</summary>
    private static readonly TimeSpan TidyUp = TimeSpan.FromSeconds(5);

    /// <summary>The verbs and their options.</summary>
    public RootCommand Build()
    {
        var root = new RootCommand("Glassbox finds what matters in C# code, fixes it, and shows its work.");
        foreach (var command in more) root.Add(command);
        root.Add(new CheckCommand(services, terminal).Build());
        root.Add(new FixCommand(services, terminal).Build());
        root.Add(new CompleteCommand(services, terminal).Build());
        root.Add(new EvalCommand(services, terminal).Build());
        root.Add(new DoctorCommand(services, terminal).Build());
        root.Add(new LedgerCommand(services, terminal).Build());
        foreach (var option in root.Options.OfType<VersionOption>()) option.Action = new ShowVersion(services.Version);
        return root;
    }

    /// <summary>
    /// Runs what the arguments say. Bad usage is answered on standard error and with 2; Ctrl+C with 130.
    /// </summary>
    /// <param name="arguments">Without the program's own name.</param>
    /// <param name="cancellationToken">Stops the verb, as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parsed = Build().Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TidyUp,
        };
        try
        {
            if (parsed.Action is ParseErrorAction) return Reject(parsed);
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        finally
        {
            await terminal.Output.FlushAsync(CancellationToken.None);
        }
    }

    private int Reject(ParseResult parsed)
    {
        if (parsed.Tokens.Count == 0)
        {
            // Called with nothing: the one who did wants to know what there is.
            parsed.RootCommandResult.Command.Parse("--help").Invoke(new InvocationConfiguration { Output = terminal.Error });
            return ExitCode.Failed;
        }

        foreach (var error in parsed.Errors) terminal.Error.WriteLine($"glassbox: {error.Message}");
        var verb = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
        terminal.Error.WriteLine($"glassbox: `glassbox {verb}--help` says what is possible.");
        return ExitCode.Failed;
    }

    private sealed class ShowVersion(string version) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(version);
            return ExitCode.Clean;
        }
    }
}
