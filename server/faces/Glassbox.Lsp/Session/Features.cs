using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Glassbox.Lsp.Session;

/// <summary>Everything that the server can announce, in one table: the capabilities, their registration and their documents come from here.</summary>
public static class Features
{
    /// <summary>The commands of <c>workspace/executeCommand</c>, with what they do.</summary>
    public static ImmutableArray<(string Name, string Summary)> Commands { get; } =
    [
        (Reload, "Reads all projects again."),
        (RestartCore, "Ends the agent core and starts another; open documents are kept."),
        (Trust, "Trusts the workspace's folders, so that MSBuild may evaluate their projects. Arguments: folder URIs, or none for all."),
        (Explain, "Says why completion offers what it offers. One argument: an item's `data` (answer: `why` and `detail`), or `uri` and `position` "
            + "(answer: the first `candidates`, each with `label` and `why`, and the `ghost` text with `insertText`, `confidence` and `reasons`). Null where nothing is known."),
    ];

    /// <summary>Reads all projects again.</summary>
    public const string Reload = "glassbox.reload";

    /// <summary>Ends the core and starts another.</summary>
    public const string RestartCore = "glassbox.restartCore";

    /// <summary>Trusts folders.</summary>
    public const string Trust = "glassbox.trust";

    /// <summary>Explains a completion item or a place.</summary>
    public const string Explain = "glassbox.explain";

    /// <summary>The kind of the action that fixes a whole document, as <c>editor.codeActionsOnSave</c> names it.</summary>
    public const string FixAllKind = "source.fixAll.glassbox";

    /// <summary>The kind of the actions that make the last edit again.</summary>
    public const string NextEditKind = "refactor.rewrite";

    /// <summary>In the order in which they are documented.</summary>
    public static ImmutableArray<Feature> All { get; } =
    [
        new("textDocument/completion", "textDocument.completion", "completionProvider", null,
            "Popup completion; documentation on `completionItem/resolve`.",
            () => new JObject
            {
                ["triggerCharacters"] = new JArray(".", "<", "[", "#", " ", "/", "\"", "\\", "{", ":"),
                ["resolveProvider"] = true,
                ["completionItem"] = new JObject { ["labelDetailsSupport"] = true },
            }),
        new("textDocument/inlineCompletion", "textDocument.inlineCompletion", "inlineCompletionProvider", "textDocument.inlineCompletion",
            "Ghost text (LSP 3.18).", () => []),
        new("textDocument/diagnostic", "textDocument.diagnostic", "diagnosticProvider", "textDocument.diagnostic",
            "Findings on demand; clients without it get `textDocument/publishDiagnostics` instead, never both.",
            () => new JObject { ["identifier"] = "glassbox", ["interFileDependencies"] = true, ["workspaceDiagnostics"] = true }) { IsForCSharpOnly = true },
        new("textDocument/codeAction", "textDocument.codeAction", "codeActionProvider", null,
            "Verified fixes, suppressions and fix-all, and the last edit again at like places; the edit on `codeAction/resolve` where the client can.",
            () => new JObject { ["codeActionKinds"] = new JArray("quickfix", FixAllKind, NextEditKind), ["resolveProvider"] = true }),
        new("textDocument/hover", "textDocument.hover", "hoverProvider", null,
            "Explains the finding under the cursor.", () => []) { IsForCSharpOnly = true },
        new("workspace/executeCommand", "workspace.executeCommand", "executeCommandProvider", null,
            "The server's commands.",
            () => new JObject { ["commands"] = new JArray(Commands.Select(command => command.Name)) }),
    ];

    /// <summary>True when the feature is registered after <c>initialized</c> rather than announced at once.</summary>
    internal static bool IsDynamic(Feature feature, ClientProfile client) => client.Flag(feature.ClientCapability + ".dynamicRegistration");

    /// <summary>True when the client can make use of the feature.</summary>
    internal static bool IsWanted(Feature feature, ClientProfile client) => feature.Needs is null || client.Has(feature.Needs);
}
