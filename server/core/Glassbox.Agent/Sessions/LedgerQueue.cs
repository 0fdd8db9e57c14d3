using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Sessions;

/// <summary>Writes records one after the other, so that nobody waits for the disk; where that fails, says so.</summary>
internal sealed class LedgerQueue(ILedger ledger, Action<CoreMessage> report) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task writing = Task.CompletedTask;

    /// <summary>Adds a record behind those that wait.</summary>
    public void Add(LedgerEvent what)
    {
        lock (gate) writing = AppendAsync(writing, what);
    }

    /// <summary>Waits until what was added is written.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate) last = writing;
        await last;
    }

    private async Task AppendAsync(Task before, LedgerEvent what)
    {
        await before;
        var result = await ledger.AppendAsync(what, CancellationToken.None);
        if (result.Succeeded) return;
        report(new CoreMessage(
            MessageLevel.Warning,
            $"The ledger at '{ledger.Location}' cannot be written ({result.Detail ?? result.Problem.ToString()}); what was suggested is not recorded.",
            Key: "ledger",
            Show: true));
    }
}
