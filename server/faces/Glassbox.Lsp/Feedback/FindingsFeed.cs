using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Feedback;

/// <summary>
/// Keeps what the client shows up to date: pushes findings to clients that cannot ask, and tells those that can when to ask
/// again. Never both.
/// </summary>
internal sealed class FindingsFeed(LspSession session) : IDisposable
{
    // After the last change: long enough to skip the middle of a burst of keystrokes, short enough to feel immediate.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseForAll = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan PauseForDependents = TimeSpan.FromMilliseconds(800);

    private readonly Lock gate = new();
    private readonly Dictionary<DocumentPath, Shown> shown = [];
    private readonly Dictionary<DocumentPath, CancellationTokenSource> pending = [];
    private CancellationTokenSource pendingAll = new();
    private CancellationTokenSource pendingDependents = new();
    private long tickets;
    private long ticketOfAll;
    private bool begun;

    private bool Pushes => begun && !session.Client.PullsDiagnostics;

    /// <summary>Begins; nothing is sent before.</summary>
    public void Start() => begun = true;

    /// <summary>The texts of documents changed, in the editor or on disk.</summary>
    public void DocumentsChanged(ImmutableArray<DocumentPath> paths)
    {
        if (!begun) return;
        if (session.Client.PullsDiagnostics)
        {
            // The client asks by itself for what it edits, but cannot know of what changed on disk.
            if (paths.Any(path => session.Mirror.Find(path) is null)) EverythingChanged();
            return;
        }

        foreach (var path in paths) PushSoon(path);
        // What else is open may depend on them.
        session.Observe(PushOpenAsync(Replace(ref pendingDependents), PauseForDependents), "Looking for findings");
    }

    /// <summary>A document was closed.</summary>
    public void DocumentClosed(DocumentPath path)
    {
        if (!Pushes) return;
        // A file of the workspace keeps its findings where all of it is looked at; anything else is gone with its tab.
        var stays = path.IsFile && session.Settings.Analysis.Scope == AnalysisScope.Workspace && session.Folders.Any(path.IsUnder);
        if (stays) PushSoon(path);
        else Publish(new DocumentFindings(path, null, "closed", []), Interlocked.Increment(ref tickets));
    }

    /// <summary>Projects, references or settings changed: anything shown may be out of date.</summary>
    public void EverythingChanged()
    {
        if (!begun) return;
        var stop = Replace(ref pendingAll);
        if (!session.Client.PullsDiagnostics) session.Observe(PushAllAsync(stop), "Looking for findings");
        else if (session.Client.RefreshesDiagnostics) session.Observe(RefreshAsync(stop), "Refreshing diagnostics");
    }

    /// <summary>A document of the whole workspace's findings is done.</summary>
    public void Announced(DocumentFindings found)
    {
        if (Pushes) Publish(found, Interlocked.Read(ref ticketOfAll));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            begun = false;
            foreach (var stop in pending.Values) stop.Cancel();
            pendingAll.Cancel();
            pendingDependents.Cancel();
        }
    }

    private CancellationToken Replace(ref CancellationTokenSource source)
    {
        lock (gate)
        {
            source.Cancel();
            source = new CancellationTokenSource();
            return source.Token;
        }
    }

    private void PushSoon(DocumentPath path)
    {
        var stop = new CancellationTokenSource();
        lock (gate)
        {
            if (pending.Remove(path, out var before)) before.Cancel();
            pending[path] = stop;
        }

        session.Observe(PushAsync(path, Pause, stop.Token), "Looking for findings");
    }

    // Invariant: tickets are drawn before the core is asked, and the core answers on the snapshot of that moment; so of two
    // answers for one document the one with the higher ticket is never the older.
    private void Publish(DocumentFindings found, long ticket)
    {
        lock (gate)
        {
            var open = session.Mirror.Find(found.Path);
            if (found.Version != open?.Version) return; // Edited, opened or closed since; that is on its way.
            var known = shown.GetValueOrDefault(found.Path);
            if (known is not null && known.Ticket > ticket) return;
            var stamp = $"{found.ResultId}/{open?.Version}";
            if (known is null && open is null && found.Findings.IsEmpty) return;
            shown[found.Path] = new Shown(stamp, ticket, found.Findings.IsEmpty);
            if (known?.Stamp == stamp || (known is { IsClean: true } && open is null && found.Findings.IsEmpty)) return;

            var parameters = new JObject
            {
                ["uri"] = session.Mirror.UriOf(found.Path),
                ["diagnostics"] = new JArray(found.Findings.Select(finding => session.Json.Diagnostic(finding, session.Rules.Find(finding.RuleId)))),
            };
            if (open is not null) parameters["version"] = open.Version;
            session.Link.Notify("textDocument/publishDiagnostics", parameters);
        }
    }

    private async Task PushAsync(DocumentPath path, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause, session.Time, cancellationToken);
            await session.Rules.LoadAsync(session.Core.Core, cancellationToken);
            var ticket = Interlocked.Increment(ref tickets);
            Publish(await session.Core.Core.FindAsync(path, cancellationToken), ticket);
        }
        catch (Exception superseded) when (superseded is OperationCanceledException or CoreUnavailableException)
        {
            // A newer change is being looked at, or the core is away and its return changes everything.
        }
    }

    private async Task PushOpenAsync(CancellationToken cancellationToken, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, session.Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        foreach (var path in session.Mirror.Paths) await PushAsync(path, TimeSpan.Zero, cancellationToken);
    }

    private async Task PushAllAsync(CancellationToken cancellationToken)
    {
        await PushOpenAsync(cancellationToken, PauseForAll);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ticket = Interlocked.Increment(ref tickets);
            Interlocked.Exchange(ref ticketOfAll, ticket);
            var found = await session.Core.Core.FindAllAsync(new FindAllQuery(WaitsForLoad: false, Announces: true, WithClean: true), cancellationToken);
            // What is shown of documents that are no longer looked at must go.
            var looked = found.Select(document => document.Path).ToHashSet();
            List<DocumentPath> gone;
            lock (gate) gone = [.. shown.Where(pair => !pair.Value.IsClean && !looked.Contains(pair.Key)).Select(pair => pair.Key)];
            foreach (var path in gone.Where(path => session.Mirror.Find(path) is null)) Publish(new DocumentFindings(path, null, "gone", []), ticket);
        }
        catch (Exception superseded) when (superseded is OperationCanceledException or CoreUnavailableException)
        {
            // As above.
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(PauseForAll, session.Time, cancellationToken);
            await session.Link.AskAsync("workspace/diagnostic/refresh", JValue.CreateNull(), TimeSpan.FromSeconds(30), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A later change asks for the refresh.
        }
    }

    private sealed record Shown(string Stamp, long Ticket, bool IsClean);
}
