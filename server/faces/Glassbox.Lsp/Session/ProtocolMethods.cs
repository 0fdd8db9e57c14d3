using System.Collections.Immutable;
using static Glassbox.Lsp.Session.MethodDirection;

namespace Glassbox.Lsp.Session;

/// <summary>Every method that goes over the wire, with what it means here. A test holds it against what the server really takes.</summary>
public static class ProtocolMethods
{
    /// <summary>In the order in which a session meets them.</summary>
    public static ImmutableArray<ProtocolMethod> All { get; } =
    [
        new("initialize", ClientToServer, "Answered before anything is loaded. `initializationOptions`: `trusted` (true or false: may MSBuild evaluate the projects), `settings` (as in [settings](settings.md))."),
        new("initialized", ClientToServer, "Starts the agent core; then capabilities are registered and settings asked for."),
        new("shutdown", ClientToServer, "Answered with null; every later request gets InvalidRequest."),
        new("exit", ClientToServer, "Ends the process with 0 after `shutdown`, else with 1. So do a closed stream and the end of the client's process."),
        new("$/cancelRequest", ClientToServer, "The request is answered as RequestCancelled at once."),
        new("$/setTrace", ClientToServer, "`off`, `messages` (a line for each answer) or `verbose` (the core's log too)."),
        new("textDocument/didOpen", ClientToServer, "Any language, any URI scheme."),
        new("textDocument/didChange", ClientToServer, "Incremental or whole, in the negotiated position encoding."),
        new("textDocument/didSave", ClientToServer, "The file on disk is what was last sent."),
        new("textDocument/didClose", ClientToServer, "The file on disk counts again."),
        new("workspace/didChangeWatchedFiles", ClientToServer, "Texts are read again; projects are reloaded where they are concerned, and only those."),
        new("workspace/didChangeWorkspaceFolders", ClientToServer, "Folders come and go without a restart."),
        new("workspace/didChangeConfiguration", ClientToServer, "Takes the settings sent along, or asks for them where the client answers `workspace/configuration`."),
        new("window/workDoneProgress/cancel", ClientToServer, "Stops a load; what was loaded stays."),
        new("textDocument/completion", ClientToServer, "Popup completion."),
        new("completionItem/resolve", ClientToServer, "Signature, documentation, and why the item is ranked where it is. Edits are complete before."),
        new("textDocument/inlineCompletion", ClientToServer, "Ghost text, verified in place; empty where nothing is likely enough."),
        new("textDocument/copilotInlineEdit", ClientToServer, "The user's last edit at the next like place; see [messages](messages.md)."),
        new("textDocument/diagnostic", ClientToServer, "The findings of a document, or that nothing changed since `previousResultId`."),
        new("workspace/diagnostic", ClientToServer, "The same for every document with findings."),
        new("textDocument/codeAction", ClientToServer, "Fixes that were verified, suppressions, fix-all by rule and scope, `source.fixAll.glassbox`, and the last edit again at like places (`refactor.rewrite`)."),
        new("codeAction/resolve", ClientToServer, "The edit, for the documents as they are now; a refusal says why."),
        new("textDocument/hover", ClientToServer, "Explains the finding under the cursor."),
        new("workspace/executeCommand", ClientToServer, "See [commands](commands.md)."),
        new("glassbox/status", ClientToServer, "What is loaded and how the core is; see [messages](messages.md)."),
        new("client/registerCapability", ServerToClient, "Everything that the client lets be registered; the rest is announced by `initialize`."),
        new("workspace/configuration", ServerToClient, "Section `glassbox`."),
        new("workspace/diagnostic/refresh", ServerToClient, "After a load, or when settings or projects changed."),
        new("window/showMessageRequest", ServerToClient, "Asks once a folder whether its build logic may run."),
        new("window/workDoneProgress/create", ServerToClient, "Before a load is shown as `$/progress`."),
        new("$/progress", ServerToClient, "Loading: begin, report, end; can be cancelled."),
        new("$/logTrace", ServerToClient, "As asked for by `$/setTrace`."),
        new("window/showMessage", ServerToClient, "What the user should know, each thing once a session."),
        new("window/logMessage", ServerToClient, "The rest."),
        new("textDocument/publishDiagnostics", ServerToClient, "Only to clients without `textDocument/diagnostic`."),
    ];
}
