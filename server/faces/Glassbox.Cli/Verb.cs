using Glassbox.Contracts.Session;

namespace Glassbox.Cli;

/// <summary>The boundary around every verb: whatever happens becomes a line on standard error and an exit code.</summary>
internal static class Verb
{
    /// <summary>Runs a verb to its exit code.</summary>
    public static async Task<int> RunAsync(string name, string version, TextWriter error, Func<Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("glassbox: stopped.");
            return ExitCode.Cancelled;
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"glassbox: {e.Message}");
            return ExitCode.Failed;
        }
        catch (CoreUnavailableException e)
        {
            await error.WriteLineAsync($"glassbox: {e.Message}");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            // The dispatch boundary: a fault of ours, told with what a report of it needs.
            await error.WriteLineAsync($"glassbox: `{name}` failed (version {version}). This is a defect of Glassbox: {e}");
            return ExitCode.Failed;
        }
    }
}
