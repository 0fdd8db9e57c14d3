using System.Text.Json.Nodes;

namespace Glassbox.Testing.Wire;

/// <summary>Applies workspace edits as a careful editor does: to the version that they were made for, or not at all.</summary>
public static class WorkspaceEdits
{
    /// <summary>Applies an edit to open documents, which the server is told, and to files.</summary>
    /// <returns>The URIs of what changed.</returns>
    /// <exception cref="WireException">The edit is stale, overlaps itself, or is nothing that the client announced.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(this LspClient client, JsonObject edit)
    {
        // All is worked out before anything is changed, so that a stale part spoils nothing.
        var steps = Read(edit).Select(part => Prepare(client, part)).ToArray();
        foreach (var step in steps) await step.Run();
        return [.. steps.Select(step => step.Uri)];
    }

    /// <summary>Applies one list of text edits to an open document.</summary>
    public static async Task ApplyTextEditsAsync(this LspClient client, ClientDocument document, IEnumerable<JsonNode?> edits)
    {
        var changed = WireText.Apply(document.Text, edits, document.Units);
        await client.ReplaceAllByRangeAsync(document, changed);
    }

    internal static async Task<bool> TryApplyAsync(this LspClient client, JsonObject edit)
    {
        try
        {
            await client.ApplyAsync(edit);
            return true;
        }
        catch (WireException failure)
        {
            client.Log.AddFailure($"an edit that cannot be applied: {failure.Message}");
            return false;
        }
    }

    private static IEnumerable<JsonObject> Read(JsonObject edit)
    {
        if (edit["documentChanges"] is JsonArray parts)
        {
            if (edit["changes"] is not null) throw new WireException("An edit with both changes and documentChanges.");
            return parts.Select(part => (JsonObject)part!);
        }

        return edit["changes"] is JsonObject changes
            ? changes.Select(change => new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = change.Key, ["version"] = null }, ["edits"] = change.Value!.DeepClone() })
            : throw new WireException($"An edit without changes: {edit.ToJsonString()}");
    }

    private static (string Uri, Func<Task> Run) Prepare(LspClient client, JsonObject part)
    {
        if ((string?)part["kind"] is { } operation) return PrepareFileOperation(part, operation);

        var uri = (string)part["textDocument"]!["uri"]!;
        var version = (int?)part["textDocument"]!["version"];
        var edits = part["edits"]!.AsArray();
        if (client.Find(uri) is { } document)
        {
            if (version is not null && version != document.Version) throw new WireException($"A stale edit of {uri}: made for version {version}, the text is at {document.Version}.");
            var changed = WireText.Apply(document.Text, edits, document.Units);
            return (uri, () => client.ReplaceAllByRangeAsync(document, changed));
        }

        if (version is not null) throw new WireException($"An edit of version {version} of {uri}, which is not open.");
        var path = new Uri(uri).LocalPath;
        var now = WireText.Apply(File.ReadAllText(path), edits, client.Units);
        return (uri, () => File.WriteAllTextAsync(path, now));
    }

    private static (string Uri, Func<Task> Run) PrepareFileOperation(JsonObject part, string operation)
    {
        switch (operation)
        {
            case "create":
                var created = new Uri((string)part["uri"]!).LocalPath;
                return ((string)part["uri"]!, () => File.WriteAllTextAsync(created, ""));
            case "delete":
                var deleted = new Uri((string)part["uri"]!).LocalPath;
                return ((string)part["uri"]!, () => Do(() => File.Delete(deleted)));
            case "rename":
                var (from, to) = (new Uri((string)part["oldUri"]!).LocalPath, new Uri((string)part["newUri"]!).LocalPath);
                return ((string)part["newUri"]!, () => Do(() => File.Move(from, to)));
            default:
                throw new WireException($"An unknown file operation: {operation}");
        }

        static Task Do(Action action)
        {
            action();
            return Task.CompletedTask;
        }
    }

    private static Task ReplaceAllByRangeAsync(this LspClient client, ClientDocument document, string changed) =>
        string.Equals(changed, document.Text, StringComparison.Ordinal) ? Task.CompletedTask : client.ReplaceAsync(document, 0, document.Text.Length, changed);
}
