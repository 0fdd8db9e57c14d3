using Glassbox.Agent.Sessions;
using Glassbox.Analysis;
using Glassbox.Completion;
using Glassbox.Contracts.Session;
using Glassbox.Link;
using Glassbox.Workspace;

namespace Glassbox.Host;

/// <summary><c>glassbox core</c>: the engines, for one face on the other end of standard input and output.</summary>
internal static class CoreVerb
{
    /// <summary>Serves until the face closes the pipe.</summary>
    public static async Task<int> RunAsync()
    {
        var input = Console.OpenStandardInput();
        var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        await CoreServer.RunAsync(input, output, CreateRehearsed);
        return 0;
    }

    /// <summary>A core in this process.</summary>
    public static ICoreConnection InProcess() => new InProcessCoreConnection(Create);

    /// <summary>Puts a session's engines together.</summary>
    public static CoreSession Create(ICoreEvents events) => Create(events, new WorkspaceEngine(StateFolder.Path, TimeProvider.System));

    private static CoreSession Create(ICoreEvents events, WorkspaceEngine workspace)
    {
        var engines = new CoreEngines(workspace, new AnalysisEngine(), new CompletionEngine(TimeProvider.System, StateFolder.Path), new NextEditEngine(), UserRecords.Ledger, UserRecords.Models);
        return new CoreSession(engines, events, TimeProvider.System);
    }

    private static CoreSession CreateRehearsed(ICoreEvents events)
    {
        // One workspace engine: what the rehearsal reads of the installed frameworks need not be read again.
        var workspace = new WorkspaceEngine(StateFolder.Path, TimeProvider.System);
        var session = Create(events, workspace);
        session.Rehearse(new Rehearsal(Create(new Nobody(), workspace)));
        return session;
    }
}
