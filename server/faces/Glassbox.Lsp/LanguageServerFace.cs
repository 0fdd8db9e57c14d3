using System.Diagnostics;
using Glassbox.Lsp.Dispatch;
using Glassbox.Lsp.Session;
using Glassbox.Lsp.Transport;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Server;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.Capabilities;
using OmniSharp.Extensions.LanguageServer.Server;

namespace Glassbox.Lsp;

/// <summary>The language server over one pair of streams.</summary>
public static class LanguageServerFace
{
    /// <summary>Serves one client until it says <c>exit</c>, closes its stream, or its process ends.</summary>
    /// <returns>The exit code that the specification asks for: 0 after <c>shutdown</c>, else 1.</returns>
    public static async Task<int> RunAsync(LspFaceOptions options, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        LanguageServer? server = null;
        var link = new ClientLink(() => server!, options.Time);
        using var session = new LspSession(options.Core, link, options.Trust, options.Time);
        var methods = new MethodTable(session);
        using var gate = new ProtocolGate(options.Input, options.Output, methods.Contains);
        var running = gate.RunAsync(ended.Token);
        server = LanguageServer.PreInit(configure => Configure(configure, options, gate, session, methods));
        _ = server.Initialize(ended.Token);
        var clientGone = WatchClientAsync(gate, ended);

        var exitCode = await running;
        await ended.CancelAsync();
        await options.Core.DisposeAsync();
        await clientGone;
        return exitCode;
    }

    private static void Configure(
        LanguageServerOptions configure, LspFaceOptions options, ProtocolGate gate, LspSession session, MethodTable methods)
    {
        configure.WithInput(gate.Inward).WithOutput(gate.Outward);
        configure.WithServerInfo(new ServerInfo { Name = "Glassbox", Version = options.Version });
        configure.Services.AddSingleton(methods);
        configure.Services.AddSingleton<RequestInvoker>(services => new OrderedRequestInvoker(
            services.GetRequiredService<IRequestRouter<IHandlerDescriptor?>>(), services.GetRequiredService<IOutputHandler>(), methods));

        // The table answers; OmniSharp only needs to know that the methods exist.
        foreach (var name in methods.Requests) configure.OnJsonRequest(name, (_, _) => throw new UnreachableException());
        foreach (var name in methods.Notifications.Where(name => name != "initialized")) configure.OnJsonNotification(name, _ => throw new UnreachableException());

        configure.OnInitialize(async (_, _, _) => session.Begin(new ClientProfile(await gate.InitializeParams)));
        configure.OnInitialized((_, _, result, _) =>
        {
            Announce(result.Capabilities, session);
            return Task.CompletedTask;
        });
    }

    private static void Announce(ServerCapabilities capabilities, LspSession session)
    {
        var client = session.Client;
        var announced = capabilities.ExtensionData;
        announced["positionEncoding"] = ClientProfile.NameOf(client.Encoding);
        announced["textDocumentSync"] = new JObject
        {
            ["openClose"] = true, ["change"] = 2, ["save"] = new JObject { ["includeText"] = false },
        };
        capabilities.Workspace = new WorkspaceServerCapabilities
        {
            WorkspaceFolders = new DidChangeWorkspaceFolderRegistrationOptions.StaticOptions { Supported = true, ChangeNotifications = true },
        };
        foreach (var feature in Features.All.Where(feature => Features.IsWanted(feature, client) && !Features.IsDynamic(feature, client)))
        {
            announced[feature.ServerCapability] = session.OptionsFor(feature);
        }
    }

    // Spec: the server ends when the process that started it does, even where that left the stream open.
    private static async Task WatchClientAsync(ProtocolGate gate, CancellationTokenSource ended)
    {
        try
        {
            var parameters = await gate.InitializeParams.WaitAsync(ended.Token);
            if (new ClientProfile(parameters).ProcessId is not { } id) return;
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(ended.Token);
            await ended.CancelAsync();
        }
        catch (ArgumentException)
        {
            await ended.CancelAsync(); // It ended already.
        }
        catch (OperationCanceledException)
        {
            // The session ended first.
        }
    }
}
