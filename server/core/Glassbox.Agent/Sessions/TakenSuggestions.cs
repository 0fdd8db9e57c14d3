using System.Collections.Immutable;
using Glassbox.Agent.Scheduling;
using Glassbox.Contracts.Completion;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Engines;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Tells the engines what the user changes, and writes to the ledger which of their suggestions were taken: one record a
/// suggestion, even where it is taken word by word, and not before the hands rest.
/// </summary>
internal sealed class TakenSuggestions(CoreEngines engines, LedgerQueue ledger, BackgroundLane background) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Engine, long Offer), SuggestionAccepted> waiting = [];

    /// <summary>Notes a change; changes come in their order.</summary>
    public void NoteChange(ISnapshot before, DocumentChange change, ISnapshot after, GlassboxSettings settings, string face)
    {
        if (settings.NextEdit.Enabled) Note(engines.NextEdit.NoteChange(before, change, after), face);
        Note(engines.Completion.NoteChange(before, change, after), face);
    }

    /// <summary>A document was opened or closed: what was noted of it before says nothing of it now.</summary>
    public void Forget(DocumentPath path)
    {
        engines.NextEdit.Forget(path);
        engines.Completion.Forget(path);
    }

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        Flush();
        await ledger.DisposeAsync();
    }

    private void Note(ImmutableArray<AcceptedSuggestion> accepted, string face)
    {
        if (accepted.IsEmpty) return;
        lock (gate)
        {
            foreach (var one in accepted)
            {
                var because = one.Provenance;
                waiting[(because.Engine, one.Offer)] = new SuggestionAccepted(
                    face, one.Path.Value, one.Version, one.Characters, one.IsWhole, one.TextHash, because.Engine, one.Confidence, because.Reasons, because.Context);
            }
        }

        background.Request("record what was taken", Pause, _ =>
        {
            Flush();
            return Task.CompletedTask;
        });
    }

    private void Flush()
    {
        lock (gate)
        {
            foreach (var record in waiting.Values.OrderBy(record => record.Document, StringComparer.Ordinal).ThenBy(record => record.Version)) ledger.Add(record);
            waiting.Clear();
        }
    }
}
