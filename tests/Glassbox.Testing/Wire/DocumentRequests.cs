using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>What an editor tells the server about documents, files and folders.</summary>
public static class DocumentRequests
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = "csharp", [".py"] = "python", [".js"] = "javascript", [".ts"] = "typescript", [".md"] = "markdown", [".go"] = "go", [".json"] = "json",
    };

    /// <summary>Opens a file of the first folder, with its text on disk or another.</summary>
    public static async Task<ClientDocument> OpenAsync(this LspClient client, string relative, string? text = null)
    {
        var path = client.PathOf(relative);
        return await client.OpenUriAsync(LspClient.UriOf(path), text ?? await File.ReadAllTextAsync(path), path);
    }

    /// <summary>Opens a document by its URI.</summary>
    public static async Task<ClientDocument> OpenUriAsync(this LspClient client, string uri, string text, string? path = null, string? languageId = null)
    {
        var language = languageId ?? Languages.GetValueOrDefault(Path.GetExtension(path ?? uri), "plaintext");
        var document = new ClientDocument(uri, path, language, text, client.Units);
        client.Keep(document);
        await client.NotifyAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = document.Version, ["text"] = text },
        });
        return document;
    }

    /// <summary>Replaces a stretch of a document, as typing does.</summary>
    public static Task ReplaceAsync(this LspClient client, ClientDocument document, int start, int end, string newText) =>
        client.ChangeAsync(document, (start, end, newText));

    /// <summary>Types a text at an offset.</summary>
    /// <returns>The offset after it.</returns>
    public static async Task<int> TypeAsync(this LspClient client, ClientDocument document, int at, string text)
    {
        await client.ReplaceAsync(document, at, at, text);
        return at + text.Length;
    }

    /// <summary>Replaces the only occurrence of a text.</summary>
    public static Task ReplaceTextAsync(this LspClient client, ClientDocument document, string old, string now) =>
        client.ReplaceAsync(document, document.Before(old), document.After(old), now);

    /// <summary>Several changes in one notification, each speaking of what the one before left.</summary>
    public static Task ChangeAsync(this LspClient client, ClientDocument document, params (int Start, int End, string NewText)[] changes)
    {
        var list = new JsonArray();
        foreach (var (start, end, newText) in changes)
        {
            list.Add((JsonNode)new JsonObject { ["range"] = document.RangeOf(start, end), ["text"] = newText });
            document.Text = string.Concat(document.Text.AsSpan(0, start), newText, document.Text.AsSpan(end));
        }

        return client.SendChangesAsync(document, list);
    }

    /// <summary>Replaces all of a document by sending all of it.</summary>
    public static Task ReplaceAllAsync(this LspClient client, ClientDocument document, string text)
    {
        document.Text = text;
        return client.SendChangesAsync(document, [new JsonObject { ["text"] = text }]);
    }

    /// <summary>Sends content changes as they are; the caller keeps the document's text in step.</summary>
    public static Task SendChangesAsync(this LspClient client, ClientDocument document, JsonArray changes)
    {
        document.Version++;
        return client.NotifyAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = document.Uri, ["version"] = document.Version },
            ["contentChanges"] = changes,
        });
    }

    /// <summary>Sets the text that the client believes in, for tests that send changes by hand.</summary>
    public static void Believe(this ClientDocument document, string text) => document.Text = text;

    /// <summary>Writes a document to its file and says so.</summary>
    public static async Task SaveAsync(this LspClient client, ClientDocument document)
    {
        await File.WriteAllTextAsync(document.Path!, document.Text);
        await client.NotifyAsync("textDocument/didSave", new JsonObject { ["textDocument"] = document.Identifier, ["text"] = document.Text });
    }

    /// <summary>Closes a document.</summary>
    public static Task CloseAsync(this LspClient client, ClientDocument document)
    {
        client.Forget(document);
        return client.NotifyAsync("textDocument/didClose", new JsonObject { ["textDocument"] = document.Identifier });
    }

    /// <summary>Says that files changed on disk: 1 created, 2 changed, 3 deleted.</summary>
    public static Task FilesChangedAsync(this LspClient client, params (string Path, int Type)[] changes) =>
        client.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject
        {
            ["changes"] = new JsonArray([.. changes.Select(change => (JsonNode)new JsonObject { ["uri"] = LspClient.UriOf(change.Path), ["type"] = change.Type })]),
        });

    /// <summary>Adds and removes workspace folders.</summary>
    public static Task ChangeFoldersAsync(this LspClient client, IReadOnlyList<string> added, IReadOnlyList<string> removed)
    {
        client.SetFolders([.. client.Folders.Except(removed), .. added]);
        return client.NotifyAsync("workspace/didChangeWorkspaceFolders", new JsonObject
        {
            ["event"] = new JsonObject { ["added"] = LspClient.FolderList(added), ["removed"] = LspClient.FolderList(removed) },
        });
    }

    /// <summary>
    /// Changes settings: a client with <c>workspace/configuration</c> says only that they changed, others send them.
    /// </summary>
    public static Task ChangeSettingsAsync(this LspClient client, JsonObject settings)
    {
        client.Answers.Settings = (JsonObject)settings.DeepClone();
        var pulls = (bool?)client.Options.Profile.Capabilities["workspace"]?["configuration"] ?? false;
        return client.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = pulls ? null : new JsonObject { ["glassbox"] = settings.DeepClone() } });
    }
}
