using System.Collections.Immutable;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Glassbox.Contracts.Session;
using Glassbox.Link;
using Glassbox.Lsp;

namespace Glassbox.Host;

/// <summary><c>glassbox lsp</c>: the language server. Nothing here may touch an engine, or the face would load Roslyn.</summary>
internal static class LspVerb
{
    /// <summary>Serves one client.</summary>
    public static async Task<int> RunAsync(LspArguments arguments)
    {
        using var ended = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, ended));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, ended));
        try
        {
            var (input, output) = await ConnectAsync(arguments, ended.Token);
            var supervisor = arguments.InProcess ? null : new CoreSupervisor(CoreCommand(), TimeProvider.System);
            supervisor?.LaunchAhead();
            // The streams are not disposed: a read of standard input may still be pending, and the process ends here anyway.
            // Whatever writes to the console from here on must not end up in the protocol.
            Console.SetOut(Console.Error);
            ICoreConnection core = supervisor is null ? CoreVerb.InProcess() : supervisor;
            var trust = arguments.Trusts ? TrustDecision.Trusted : TrustDecision.Undecided;
            return await LanguageServerFace.RunAsync(
                new LspFaceOptions(input, output, core, trust, ProductVersion.Text, TimeProvider.System), ended.Token);
        }
        catch (Exception failure) when (failure is SocketException or IOException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"glassbox: cannot connect to the client at '{arguments.Pipe ?? $"port {arguments.Port}"}': {failure.Message}");
            return 2;
        }
    }

    private static void End(PosixSignalContext context, CancellationTokenSource ended)
    {
        context.Cancel = true;
        ended.Cancel();
    }

    private static async Task<(Stream Input, Stream Output)> ConnectAsync(LspArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Port is { } port)
        {
            var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var stream = client.GetStream();
            return (stream, stream);
        }

        if (arguments.Pipe is { } name && OperatingSystem.IsWindows())
        {
            var bare = name.StartsWith(@"\\.\pipe\", StringComparison.Ordinal) ? name[9..] : name;
            var pipe = new NamedPipeClientStream(".", bare, PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(TimeSpan.FromSeconds(10), cancellationToken);
            return (pipe, pipe);
        }

        if (arguments.Pipe is { } path)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return (stream, stream);
        }

        return (Console.OpenStandardInput(), Console.OpenStandardOutput());
    }

    private static CoreCommand CoreCommand()
    {
        var host = Environment.ProcessPath ?? "dotnet";
        // Installed as a tool, the process is `dotnet` and the program its first argument.
        var isHost = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        ImmutableArray<string> arguments = isHost ? [Path.Combine(AppContext.BaseDirectory, "glassbox.dll"), "core"] : ["core"];
        var environment = ImmutableDictionary<string, string>.Empty
            // A larger nursery: completion allocates some megabytes an answer, and most of it dies at once.
            .Add("DOTNET_GCgen0size", "0x4000000")
            .Add("DOTNET_TieredPGO", "0");
        return new CoreCommand(host, arguments, environment);
    }
}
