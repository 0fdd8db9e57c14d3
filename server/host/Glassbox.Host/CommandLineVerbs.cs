using System.CommandLine;
using Glassbox.Cli;
using Glassbox.Sandbox;

namespace Glassbox.Host;

/// <summary>The verbs that people type, and the help of all.</summary>
internal static class CommandLineVerbs
{
    /// <summary>Runs a verb of the command line.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var services = new CommandLineServices(
            CoreVerb.Create,
            new ProcessRunner(TimeProvider.System),
            UserRecords.Ledger,
            UserRecords.Models,
            ProductVersion.Text,
            StateFolder.Path);
        var commandLine = new CommandLine(services, CliTerminal.OfProcess(), [DescribeLsp(), DescribeCore()]);
        return await commandLine.RunAsync(args, CancellationToken.None);
    }

    // Plain calls never come here, see Program; this is their help, and their errors.
    private static Command DescribeLsp() => new("lsp", "Serves an editor over the language server protocol.")
    {
        new Option<bool>("--stdio") { Description = "Over standard input and output (the default)." },
        new Option<string>("--pipe") { Description = "Connect to a named pipe, or a Unix socket's path." },
        new Option<int>("--socket") { Description = "Connect to a port on this machine." },
        new Option<bool>("--trust") { Description = "Let MSBuild evaluate the workspace's projects, which runs their build logic." },
        new Option<string>("--core") { Description = "'inproc' keeps the engines in this process, for debugging." },
    };

    private static Command DescribeCore() => new("core", "Serves a face over standard input and output; started by 'lsp'.") { Hidden = true };
}
