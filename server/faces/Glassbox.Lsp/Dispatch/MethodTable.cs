using System.Collections.Frozen;
using Glassbox.Contracts.Session;
using Glassbox.Lsp.Handlers;
using Glassbox.Lsp.Session;

namespace Glassbox.Lsp.Dispatch;

/// <summary>Every method that the server takes, in one place.</summary>
internal sealed class MethodTable
{
    private readonly FrozenDictionary<string, IRequestMethod> requests;
    private readonly FrozenDictionary<string, INotificationMethod> notifications;
    private readonly LspSession session;

    /// <summary>Makes the methods of a session.</summary>
    public MethodTable(LspSession session)
    {
        this.session = session;
        requests = new IRequestMethod[]
        {
            new CompletionMethod(session),
            new CompletionResolveMethod(session),
            new InlineCompletionMethod(session),
            new InlineEditMethod(session),
            new DocumentDiagnosticMethod(session),
            new WorkspaceDiagnosticMethod(session),
            new CodeActionMethod(session),
            new CodeActionResolveMethod(session),
            new HoverMethod(session),
            new ExecuteCommandMethod(session),
            new StatusMethod(session),
        }.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
        notifications = new INotificationMethod[]
        {
            new InitializedMethod(session),
            new DidOpenMethod(session),
            new DidChangeMethod(session),
            new DidSaveMethod(session),
            new DidCloseMethod(session),
            new DidChangeWatchedFilesMethod(session),
            new DidChangeWorkspaceFoldersMethod(session),
            new DidChangeConfigurationMethod(session),
            new CancelProgressMethod(session),
            new SetTraceMethod(session),
        }.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
    }

    /// <summary>The names of all requests.</summary>
    public IEnumerable<string> Requests => requests.Keys;

    /// <summary>The names of all notifications.</summary>
    public IEnumerable<string> Notifications => notifications.Keys;

    /// <summary>True for a method of this table.</summary>
    public bool Contains(string name) => requests.ContainsKey(name) || notifications.ContainsKey(name);

    /// <summary>A request's method, or null.</summary>
    public IRequestMethod? FindRequest(string name) => requests.GetValueOrDefault(name);

    /// <summary>A notification's method, or null.</summary>
    public INotificationMethod? FindNotification(string name) => notifications.GetValueOrDefault(name);

    // What the core threw crosses the pipe as data: its type and stack say more than ours. Messages may quote the user's text and stay out.
    private static string Describe(Exception failure) =>
        failure.Data["remote"] is string remote ? remote : $"{failure.GetType().Name} {failure.StackTrace}";

    /// <summary>Logs a defect in a method.</summary>
    public void ReportFailure(string what, Exception failure) =>
        session.Messages.Report(new CoreMessage(MessageLevel.Error, $"{what}: {Describe(failure)}", Key: null, Show: false));
}
