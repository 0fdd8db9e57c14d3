using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Glassbox.Testing.Wire;

/// <summary>A running <c>glassbox lsp</c> with the streams to talk to it.</summary>
public sealed class LspProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder standardError = new();
    private readonly Task readingError;
    private readonly List<IDisposable> held = [];

    private LspProcess(Process process)
    {
        this.process = process;
        Id = process.Id;
        readingError = ReadErrorAsync();
    }

    /// <summary>The process of the face.</summary>
    public int Id { get; }

    /// <summary>What the server writes.</summary>
    public Stream FromServer { get; private set; } = Stream.Null;

    /// <summary>What the server reads.</summary>
    public Stream ToServer { get; private set; } = Stream.Null;

    /// <summary>True when it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>All that it has written to standard error so far.</summary>
    public string StandardError
    {
        get
        {
            lock (standardError) return standardError.ToString();
        }
    }

    /// <summary>Starts the server.</summary>
    /// <param name="transport">What to talk over.</param>
    /// <param name="arguments">More arguments after <c>lsp</c>.</param>
    /// <param name="environment">Variables to set, or to take away where the value is null.</param>
    /// <param name="workingDirectory">Null for the test's own.</param>
    /// <param name="deadline">By when it must have connected, where the transport needs that.</param>
    public static async Task<LspProcess> StartAsync(
        WireTransport transport,
        IEnumerable<string> arguments,
        ImmutableDictionary<string, string?> environment,
        string? workingDirectory,
        Deadline deadline)
    {
        var start = new ProcessStartInfo(GlassboxProgram.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = workingDirectory ?? "",
        };
        start.ArgumentList.Add("lsp");
        foreach (var (name, value) in environment) start.Environment[name] = value;

        Func<LspProcess, Task>? connect = null;
        switch (transport)
        {
            case WireTransport.Stdio:
                start.ArgumentList.Add("--stdio");
                break;
            case WireTransport.Pipe:
                connect = ListenOnPipe(start, deadline);
                break;
            case WireTransport.Socket:
                connect = ListenOnSocket(start, deadline);
                break;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var server = new LspProcess(Process.Start(start) ?? throw new WireException("The server did not start."));
        if (connect is null)
        {
            server.FromServer = server.process.StandardOutput.BaseStream;
            server.ToServer = server.process.StandardInput.BaseStream;
            return server;
        }

        try
        {
            await connect(server);
            return server;
        }
        catch (Exception failure) when (failure is WireException or IOException or SocketException)
        {
            var error = server.StandardError;
            await server.DisposeAsync();
            throw new WireException($"{failure.Message}\nstderr:\n{error}", failure);
        }
    }

    /// <summary>Closes what the server reads, as an editor does that ends without a word.</summary>
    public void CloseInput()
    {
        ToServer.Close();
        foreach (var item in held) item.Dispose();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(Deadline deadline)
    {
        await deadline.WaitAsync(Exited(), $"the end of the server (process {Id})");
        return process.ExitCode;

        async Task<bool> Exited()
        {
            await process.WaitForExitAsync(deadline.Token);
            return true;
        }
    }

    /// <summary>The core: the child that the face started. Waits until there is one other than those given.</summary>
    public async Task<int> CoreAsync(Deadline deadline, params int[] except)
    {
        var core = await deadline.UntilAsync<object>(
            "the face has a core as its child",
            () => Task.FromResult<object?>(ProcessTree.ChildrenOf(Id).Except(except).Where(ProcessTree.IsAlive).Cast<object>().FirstOrDefault()));
        return (int)core;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        try
        {
            await readingError.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            // A child that outlives the face holds its standard error open; a test of its own looks for that.
        }

        foreach (var item in held) item.Dispose();
        process.Dispose();
    }

    private static Func<LspProcess, Task> ListenOnPipe(ProcessStartInfo start, Deadline deadline)
    {
        if (OperatingSystem.IsWindows())
        {
            var name = $"glassbox-{Guid.NewGuid():N}";
            var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
            start.ArgumentList.Add($@"--pipe=\\.\pipe\{name}");
            return async server =>
            {
                server.held.Add(pipe);
                await deadline.WaitAsync(Connected(), "the server connects to the pipe");
                (server.FromServer, server.ToServer) = (pipe, pipe);
            };

            async Task<bool> Connected()
            {
                await pipe.WaitForConnectionAsync(deadline.Token);
                return true;
            }
        }

        var path = Path.Combine(Path.GetTempPath(), $"glassbox-{Guid.NewGuid():N}.sock");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        start.ArgumentList.Add("--pipe");
        start.ArgumentList.Add(path);
        return server => AcceptAsync(server, listener, "the server connects to the socket file", deadline);
    }

    private static Func<LspProcess, Task> ListenOnSocket(ProcessStartInfo start, Deadline deadline)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        start.ArgumentList.Add("--socket=" + ((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        return server => AcceptAsync(server, listener, "the server connects to the port", deadline);
    }

    private static async Task AcceptAsync(LspProcess server, Socket listener, string what, Deadline deadline)
    {
        server.held.Add(listener);
        var socket = await deadline.WaitAsync(listener.AcceptAsync(deadline.Token).AsTask(), what);
        var stream = new NetworkStream(socket, ownsSocket: true);
        server.held.Add(stream);
        (server.FromServer, server.ToServer) = (stream, stream);
    }

    private async Task ReadErrorAsync()
    {
        var buffer = new char[4096];
        while (await process.StandardError.ReadAsync(buffer) is > 0 and var count)
        {
            lock (standardError) standardError.Append(buffer, 0, count);
        }
    }
}
