using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Ledger;
using Glassbox.Contracts.Text;

namespace Glassbox.Agent.Sessions;

/// <summary>
/// Writes to the ledger which edits were handed to a face: one record an edit, however often an editor asks for it. The
/// answer never waits for the disk.
/// </summary>
internal sealed class ActionRecords(LedgerQueue ledger)
{
    private readonly ConcurrentDictionary<CodeActionId, bool> noted = new();
    private readonly Lock gate = new();
    private ImmutableDictionary<CodeActionId, string> suppressions = ImmutableDictionary<CodeActionId, string>.Empty;

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
            Engine: EngineOf(action));
        ledger.Add(record);
        lock (gate)
        {
            if (action is { Kind: CodeActionKind.Suppress, Fingerprint: not null, RuleId: not null }) suppressions = suppressions.SetItem(action, face);
        }
    }

    /// <summary>True when a suppression was handed out for a document and nobody knows yet whether it was taken.</summary>
    public bool AwaitsSave(DocumentPath path)
    {
        lock (gate) return suppressions.Keys.Any(action => action.Path == path);
    }

    /// <summary>A document was saved: a suppression whose finding is gone and whose comment is there was taken.</summary>
    public async Task NoteSavedAsync(DocumentFindings found, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(found.Path.Value, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return; // Saved and removed again; a later save will tell.
        }

        var left = found.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        lock (gate)
        {
            foreach (var (action, face) in suppressions.Where(pair => pair.Key.Path == found.Path && !left.Contains(pair.Key.Fingerprint!)))
            {
                suppressions = suppressions.Remove(action);
                // Several reasons may have been handed out for one finding; the text says which one was taken.
                var reason = action.FixId ?? "";
                if (!text.Contains(SuppressionComment.Write(action.RuleId!, reason), StringComparison.Ordinal)) continue;
                ledger.Add(new SuppressionWritten(face, action.RuleId!, action.Fingerprint!, action.Path.Value, reason));
            }
        }
    }

    private static string EngineOf(CodeActionId action) => action switch
    {
        { Kind: CodeActionKind.NextEdit } => "next-edit",
        { FixId: { } fix } => $"rules/{fix}",
        _ => "rules",
    };
}
