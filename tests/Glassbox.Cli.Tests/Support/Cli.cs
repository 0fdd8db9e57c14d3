using System.CommandLine;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Models;
using Glassbox.Contracts.Session;

namespace Glassbox.Cli.Tests.Support;

/// <summary>The command line over a scripted core, in a folder of its own.</summary>
internal sealed class Cli : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    /// <summary>What is looked at, and the current folder.</summary>
    public TemporaryFolder Folder { get; } = new();

    public TemporaryFolder State { get; } = new();

    public ScriptedCore? Core { get; private set; }

    public Action<ScriptedCore> Script { get; set; } = _ => { };

    public FakeProcesses Processes { get; } = new();

    public ModelConfiguration Model { get; set; } = new("/home/me/models.json", null, []);

    public ILedger? Ledger { get; set; }

    public bool HasColors { get; set; }

    public bool ErrorIsTerminal { get; set; }

    /// <summary>What comes in on standard input.</summary>
    public string Input { get; set; } = "";

    public List<Command> More { get; } = [];

    public string Output => output.ToString();

    /// <summary>With the folder's path as <c>ROOT</c>.</summary>
    public string Error => Scrub(error.ToString());

    public string Scrub(string text) => text.Replace(Folder.Path, "ROOT").Replace(State.Path, "STATE");

    public async Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        using var own = new Glassbox.Ledger.JsonLinesLedger(State.Path, TimeProvider.System);
        var services = new CommandLineServices(Create, Processes, Ledger ?? own, new FakeModels(Model), "1.2.3", State.Path);
        var terminal = new CliTerminal(output, error, Folder.Path)
        {
            Input = new StringReader(Input), OutputHasColors = HasColors, ErrorIsTerminal = ErrorIsTerminal,
        };
        return await new CommandLine(services, terminal, More).RunAsync(arguments, cancellationToken);
    }

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public async Task<List<LedgerRecord>> RecordsAsync()
    {
        using var ledger = new Glassbox.Ledger.JsonLinesLedger(State.Path, TimeProvider.System);
        return await ledger.ReadAsync(CancellationToken.None).ToListAsync();
    }

    public void Dispose()
    {
        Folder.Dispose();
        State.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private ScriptedCore Create(ICoreEvents events)
    {
        Core = new ScriptedCore(events);
        Script(Core);
        return Core;
    }

    private sealed class FakeModels(ModelConfiguration configuration) : IModelCatalog
    {
        public Task<ModelConfiguration> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(configuration);
    }
}
