using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Glassbox.Contracts.Processes;

namespace Glassbox.Sandbox;

/// <summary>Runs programs with limits of time and output, and ends them with all that they started.</summary>
/// <param name="time">Measures the time limit.</param>
public sealed class ProcessRunner(TimeProvider time) : IProcessRunner
{
    /// <summary>What a program that ended may leave behind still holding its streams: this long we wait for them.</summary>
    private static readonly TimeSpan StreamGrace = TimeSpan.FromSeconds(1);

    private static readonly string[] MinimalVariables =
    [
        "PATH", "PATHEXT", "HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "LC_CTYPE",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles",
        "ProgramFiles(x86)", "DOTNET_ROOT", "DOTNET_CLI_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR",
    ];

    /// <inheritdoc/>
    public string? Locate(string program) =>
        ProgramSearch.Find(program, Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("PATHEXT"));

    /// <inheritdoc/>
    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Locate(request.Program) is not { } file) return NotRun(ProcessOutcome.NotFound, detail: null);
        // Windows hands these to its command interpreter, which reads arguments by rules of its own.
        if (OperatingSystem.IsWindows() && Path.GetExtension(file).ToUpperInvariant() is ".CMD" or ".BAT")
            return NotRun(ProcessOutcome.NotStarted, detail: file);

        using var process = new Process { StartInfo = Describe(file, request) };
        var began = time.GetTimestamp();
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return NotRun(ProcessOutcome.NotStarted, e.Message);
        }

        var output = new BoundedText(request.OutputLimit);
        var error = new BoundedText(request.OutputLimit);
        using var abandon = new CancellationTokenSource();
        var streams = Task.WhenAll(
            output.ReadAsync(process.StandardOutput, abandon.Token),
            error.ReadAsync(process.StandardError, abandon.Token),
            FeedAsync(process, request.Input, abandon.Token));
        var isTimedOut = false;
        try
        {
            using var timeLimit = new CancellationTokenSource(request.TimeLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, cancellationToken);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            isTimedOut = true;
        }
        finally
        {
            End(process);
            await CloseAsync(streams, abandon);
        }

        return new ProcessResult(
            isTimedOut ? ProcessOutcome.TimedOut : ProcessOutcome.Exited,
            isTimedOut ? null : process.ExitCode,
            output.ToString(),
            error.ToString(),
            output.IsTruncated || error.IsTruncated,
            time.GetElapsedTime(began),
            null);
    }

    private static ProcessResult NotRun(ProcessOutcome outcome, string? detail) => new(outcome, null, "", "", false, TimeSpan.Zero, detail);

    private static ProcessStartInfo Describe(string file, ProcessRequest request)
    {
        var start = new ProcessStartInfo(file, request.Arguments)
        {
            WorkingDirectory = request.Folder ?? "",
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (request.Environment == ProcessEnvironment.Minimal)
        {
            var kept = MinimalVariables
                .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
                .Where(variable => variable.Value is not null)
                .ToList();
            start.Environment.Clear();
            foreach (var (name, value) in kept) start.Environment[name] = value;
        }

        foreach (var (name, value) in request.Variables)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return start;
    }

    private static async Task FeedAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended, or closed its input, without reading all of it: its own choice.
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the call.
        }
        catch (Exception e) when (e is Win32Exception or AggregateException)
        {
            // Part of the tree ended meanwhile, or is not ours to end; closing our ends of its streams is what is left.
        }
    }

    private async Task CloseAsync(Task streams, CancellationTokenSource abandon)
    {
        try
        {
            await streams.WaitAsync(StreamGrace, time);
        }
        catch (TimeoutException)
        {
            // Something that was started and left behind holds the streams open. It may; we read no more.
            await abandon.CancelAsync();
            await streams.WaitAsync(StreamGrace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // A stream broke when its process was ended; what was read counts.
        }
    }
}
