using System.Collections.Concurrent;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Session;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Writes to the ledger which edits were handed to a face: one record an edit, however often an editor asks for it. The
/// answer never waits for the disk.
/// </summary>
internal sealed class ActionRecords(ILedger ledger, Action<CoreMessage> report) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<CodeActionId, bool> noted = new();
    private readonly Lock gate = new();
    private Task writing = Task.CompletedTask;

    /// <summary>Notes that an edit was handed out.</summary>
    public void Note(CodeActionId action, CodeActionEdit edit, string face)
    {
        if (edit.Documents.IsDefaultOrEmpty || !noted.TryAdd(action, true)) return;
        var record = new FixResolved(
            face,
            action.RuleId,
            action.Kind,
            action.Scope,
            action.Fingerprint,
            [.. edit.Documents.Select(document => document.Path.Value)],
            edit.Fixed,
            Engine: action.FixId is null ? "rules" : $"rules/{action.FixId}");
        lock (gate) writing = AppendAsync(writing, record);
    }

    /// <summary>Waits until what was noted is written.</summary>
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
