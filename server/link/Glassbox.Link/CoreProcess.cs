using System.ComponentModel;
using System.Diagnostics;
using Glassbox.Contracts.Session;
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Glassbox.Link;

/// <summary>One core process and the connection to it.</summary>
internal sealed class CoreProcess : IDisposable
{
    private readonly Process process;
    private readonly JsonRpc rpc;

    private CoreProcess(Process process, JsonRpc rpc, ICore core)
    {
        this.process = process;
        this.rpc = rpc;
        Core = core;
        Id = process.Id;
    }

    /// <summary>The session in that process.</summary>
    public ICore Core { get; }

    /// <summary>The process.</summary>
    public int Id { get; }

    /// <summary>It answered at least one question.</summary>
    public bool HasAnswered { get; set; }

    /// <summary>Ends, never with an error, when the process or the connection does.</summary>
    public Task Ended => Task.WhenAny(rpc.Completion, process.WaitForExitAsync());

    /// <summary>Starts a core's process, which gets itself ready before anybody speaks to it.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The executable could not be started.</exception>
    public static Process Launch(CoreCommand command)
    {
        var start = new ProcessStartInfo(command.Executable)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in command.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in command.Environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The core did not start.");
    }

    /// <summary>Connects to a process that was launched.</summary>
    /// <param name="process">The process; this object ends it.</param>
    /// <param name="events">Told what the core says.</param>
    /// <param name="log">Told what it writes to standard error.</param>
    public static CoreProcess Connect(Process process, ICoreEvents events, Action<string> log)
    {
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text) log(text);
        };
        process.BeginErrorReadLine();

        var rpc = CoreRpc.Create(FullDuplexStream.Splice(process.StandardOutput.BaseStream, process.StandardInput.BaseStream));
        rpc.AddLocalRpcTarget<ICoreEvents>(events, null);
        var core = rpc.Attach<ICore>();
        rpc.StartListening();
        return new CoreProcess(process, rpc, core);
    }

    /// <summary>Closes the connection, upon which the process ends by itself, and waits for that, but not for long.</summary>
    public async Task LeaveAsync(TimeSpan patience, TimeProvider time)
    {
        rpc.Dispose();
        try
        {
            await process.WaitForExitAsync().WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            // It will be ended.
        }
        catch (InvalidOperationException)
        {
            // It was ended meanwhile by whoever could not wait: a disposed process is asked nothing.
        }
    }

    /// <summary>Ends the process and everything it started.</summary>
    public void Dispose()
    {
        rpc.Dispose();
        End(process);
    }

    /// <summary>Ends a process that was launched, and everything it started.</summary>
    public static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended between the question and the act, or one of its children did.
        }

        process.Dispose();
    }
}
