using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>
/// What a client can do, as <c>initialize</c> says it. The named ones are shortened copies of what those editors send.
/// </summary>
/// <param name="Name">For the names of tests.</param>
/// <param name="CapabilitiesText">The <c>capabilities</c> as JSON.</param>
public sealed record ClientProfile(string Name, string CapabilitiesText)
{
    /// <summary>Everything up to LSP 3.18.</summary>
    public static ClientProfile Full { get; } = new("Full", """
        {
          "workspace": {
            "applyEdit": true,
            "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create", "rename", "delete"], "failureHandling": "abort", "changeAnnotationSupport": { "groupsOnLabel": true } },
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
            "executeCommand": { "dynamicRegistration": true },
            "workspaceFolders": true,
            "configuration": true,
            "diagnostics": { "refreshSupport": true },
            "fileOperations": { "dynamicRegistration": true, "didRename": true, "didCreate": true, "didDelete": true }
          },
          "textDocument": {
            "synchronization": { "dynamicRegistration": true, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
            "completion": {
              "dynamicRegistration": true,
              "contextSupport": true,
              "completionItem": {
                "snippetSupport": true, "commitCharactersSupport": true, "documentationFormat": ["markdown", "plaintext"], "deprecatedSupport": true,
                "preselectSupport": true, "tagSupport": { "valueSet": [1] }, "insertReplaceSupport": true,
                "resolveSupport": { "properties": ["documentation", "detail", "additionalTextEdits"] },
                "insertTextModeSupport": { "valueSet": [1, 2] }, "labelDetailsSupport": true
              },
              "completionItemKind": { "valueSet": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25] },
              "completionList": { "itemDefaults": ["commitCharacters", "editRange", "insertTextFormat", "insertTextMode", "data"], "applyKindSupport": true }
            },
            "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
            "codeAction": {
              "dynamicRegistration": true, "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true, "honorsChangeAnnotations": true,
              "resolveSupport": { "properties": ["edit"] },
              "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "refactor.extract", "refactor.inline", "refactor.rewrite", "source", "source.organizeImports", "source.fixAll"] } }
            },
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true, "tagSupport": { "valueSet": [1, 2] } },
            "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": true, "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "tagSupport": { "valueSet": [1, 2] } },
            "inlineCompletion": { "dynamicRegistration": true }
          },
          "window": { "workDoneProgress": true, "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } }, "showDocument": { "support": true } },
          "general": { "positionEncodings": ["utf-16", "utf-8", "utf-32"], "markdown": { "parser": "marked", "version": "1.1.0" }, "staleRequestSupport": { "cancel": true, "retryOnContentModified": [] } }
        }
        """);

    /// <summary>Nothing: the least that a client may say.</summary>
    public static ClientProfile Minimal { get; } = new("Minimal", "{}");

    /// <summary>Emacs with Eglot 1.17: diagnostics are pushed, nothing is registered later but watched files.</summary>
    public static ClientProfile Eglot { get; } = new("Eglot", """
        {
          "workspace": {
            "applyEdit": true, "executeCommand": { "dynamicRegistration": false }, "workspaceEdit": { "documentChanges": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true }, "symbol": { "dynamicRegistration": false }, "configuration": true, "workspaceFolders": true
          },
          "textDocument": {
            "synchronization": { "dynamicRegistration": false, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
            "completion": {
              "dynamicRegistration": false, "contextSupport": true,
              "completionItem": { "snippetSupport": false, "deprecatedSupport": true, "resolveSupport": { "properties": ["documentation", "details", "additionalTextEdits"] }, "tagSupport": { "valueSet": [1] } }
            },
            "hover": { "dynamicRegistration": false, "contentFormat": ["markdown", "plaintext"] },
            "codeAction": {
              "dynamicRegistration": false, "resolveSupport": { "properties": ["edit", "command"] }, "dataSupport": true, "isPreferredSupport": true,
              "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor", "refactor.extract", "refactor.inline", "refactor.rewrite", "source", "source.organizeImports"] } }
            },
            "publishDiagnostics": { "relatedInformation": false, "versionSupport": true, "codeDescriptionSupport": false, "tagSupport": { "valueSet": [1, 2] } }
          },
          "window": { "showDocument": { "support": true }, "workDoneProgress": true },
          "general": { "positionEncodings": ["utf-32", "utf-8", "utf-16"] },
          "experimental": {}
        }
        """);

    /// <summary>Neovim 0.11: pulls diagnostics of documents, prefers UTF-8, does not watch files on Linux.</summary>
    public static ClientProfile Neovim { get; } = new("Neovim", """
        {
          "general": { "positionEncodings": ["utf-8", "utf-16", "utf-32"] },
          "textDocument": {
            "diagnostic": { "dynamicRegistration": false, "tagSupport": { "valueSet": [1, 2] } },
            "synchronization": { "dynamicRegistration": false, "willSave": true, "willSaveWaitUntil": true, "didSave": true },
            "codeAction": {
              "dynamicRegistration": true, "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit", "command"] },
              "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "refactor.extract", "refactor.inline", "refactor.rewrite", "source", "source.organizeImports"] } }
            },
            "completion": {
              "dynamicRegistration": false, "contextSupport": true,
              "completionItem": {
                "snippetSupport": true, "commitCharactersSupport": false, "preselectSupport": false, "deprecatedSupport": true, "documentationFormat": ["markdown", "plaintext"],
                "resolveSupport": { "properties": ["additionalTextEdits", "command"] }, "tagSupport": { "valueSet": [1] }
              },
              "completionList": { "itemDefaults": ["editRange", "insertTextFormat", "insertTextMode", "data"] }
            },
            "hover": { "dynamicRegistration": true, "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": { "relatedInformation": true, "tagSupport": { "valueSet": [1, 2] }, "dataSupport": true }
          },
          "workspace": {
            "configuration": true, "didChangeConfiguration": { "dynamicRegistration": false }, "workspaceFolders": true, "applyEdit": true,
            "workspaceEdit": { "resourceOperations": ["rename", "create", "delete"] },
            "didChangeWatchedFiles": { "dynamicRegistration": false, "relativePatternSupport": true }
          },
          "window": { "workDoneProgress": true, "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } }, "showDocument": { "support": true } }
        }
        """);

    /// <summary>Visual Studio Code with vscode-languageclient: all of it, registered later, UTF-16 only.</summary>
    public static ClientProfile VsCode { get; } = Full with { Name = "VsCode" };

    /// <summary>The capabilities, to be changed at will.</summary>
    public JsonObject Capabilities => (JsonObject)JsonNode.Parse(CapabilitiesText)!;

    /// <summary>The client asks for the diagnostics of a document, rather than being told.</summary>
    public bool PullsDiagnostics => Capabilities["textDocument"]?["diagnostic"] is not null;

    /// <summary>A copy with one capability set, by its path such as <c>general.positionEncodings</c>; null takes it away.</summary>
    public ClientProfile With(string path, JsonNode? value)
    {
        var capabilities = Capabilities;
        var at = capabilities;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (at[name] is not JsonObject) at[name] = new JsonObject();
            at = (JsonObject)at[name]!;
        }

        if (value is null) at.Remove(names[^1]);
        else at[names[^1]] = value;
        return new ClientProfile($"{Name}, {names[^1]}", capabilities.ToJsonString());
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
