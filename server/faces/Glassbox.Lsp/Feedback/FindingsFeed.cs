using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;
using Glassbox.Lsp.Session;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Feedback;

/// <summary>
/// Keeps what the client shows up to date: pushes findings to clients that cannot ask, and tells those that can when to ask
/// again. Never both.
/// </summary>
internal sealed class FindingsFeed(ClientLink link, DocumentMirror mirror, ICoreConnection core, RuleBook rules, TimeProvider time) : IDisposable
{
    // After the last change: long enough to skip the middle of a burst of keystrokes, short enough to feel immediate.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan PauseForAll = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<DocumentPath, string> published = new();
    private readonly ConcurrentDictionary<DocumentPath, CancellationTokenSource> pending = new();
    private readonly Lock gate = new();
    private CancellationTokenSource? pendingAll;
    private ClientProfile? client;
    private LspJson? json;

    /// <summary>Begins; nothing is sent before.</summary>
    public void Start(ClientProfile client, LspJson json)
    {
        this.client = client;
        this.json = json;
    }

    /// <summary>A document was opened or edited.</summary>
    public void DocumentChanged(DocumentPath path)
    {
        if (client is null || client.PullsDiagnostics) return;
        var stop = new CancellationTokenSource();
        pending.AddOrUpdate(path, stop, (_, before) =>
        {
            before.Cancel();
            return stop;
        });
        _ = PushAsync(path, Pause, stop.Token);
    }

    /// <summary>A document was closed.</summary>
    public void DocumentClosed(DocumentPath path)
    {
        // A file stays part of the workspace and keeps its findings; a buffer without one is gone.
        if (client is { PullsDiagnostics: false } && !path.IsFile) Publish(new DocumentFindings(path, null, "closed", []));
        else DocumentChanged(path);
    }

    /// <summary>Projects, references or settings changed: anything shown may be out of date.</summary>
    public void EverythingChanged()
    {
        if (client is null) return;
        CancellationTokenSource stop;
        lock (gate)
        {
            pendingAll?.Cancel();
            pendingAll = stop = new CancellationTokenSource();
        }

        if (!client.PullsDiagnostics) _ = PushAllAsync(stop.Token);
        else if (client.RefreshesDiagnostics) _ = RefreshAsync(stop.Token);
    }

    /// <summary>Sends one document's findings if they differ from what the client has.</summary>
    public void Publish(DocumentFindings found)
    {
        if (client is null or { PullsDiagnostics: true } || json is null) return;
        var open = mirror.Find(found.Path);
        if (open is not null && found.Version is { } version && version != open.Version) return; // Newer text is on its way.
        if (open is null && found.Findings.IsEmpty && !published.ContainsKey(found.Path)) return;
        var stamp = $"{found.ResultId}/{open?.Version}";
        if (published.TryGetValue(found.Path, out var sent) && sent == stamp) return;
        if (open is null && found.Findings.IsEmpty) published.TryRemove(found.Path, out _);
        else published[found.Path] = stamp;

        var parameters = new JObject
        {
            ["uri"] = mirror.UriOf(found.Path),
            ["diagnostics"] = new JArray(found.Findings.Select(finding => json.Diagnostic(finding, rules.Find(finding.RuleId)))),
        };
        if (open is not null) parameters["version"] = open.Version;
        link.Notify("textDocument/publishDiagnostics", parameters);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stop in pending.Values) stop.Cancel();
        lock (gate) pendingAll?.Cancel();
    }

    private async Task PushAsync(DocumentPath path, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, cancellationToken);
            await rules.LoadAsync(core.Core, cancellationToken);
            Publish(await core.Core.FindAsync(path, cancellationToken));
        }
        catch (Exception superseded) when (superseded is OperationCanceledException or CoreUnavailableException)
        {
            // A newer change is being looked at, or the core is away and its return changes everything.
        }
    }

    private async Task PushAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(PauseForAll, time, cancellationToken);
            foreach (var path in mirror.Paths) await PushAsync(path, TimeSpan.Zero, cancellationToken);
            // Each document comes back through Publish as it is done.
            await core.Core.FindAllAsync(waitForLoad: false, cancellationToken);
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
            await Task.Delay(PauseForAll, time, cancellationToken);
            await link.AskAsync("workspace/diagnostic/refresh", JValue.CreateNull(), TimeSpan.FromSeconds(30), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A later change asks for the refresh.
        }
    }
}
