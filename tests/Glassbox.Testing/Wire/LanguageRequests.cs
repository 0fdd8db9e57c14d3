using System.Text.Json.Nodes;
using Glassbox.Contracts.Text;
using Glassbox.Testing.Fixtures;

namespace Glassbox.Testing.Wire;

/// <summary>What an editor asks the server for.</summary>
public static class LanguageRequests
{
    /// <summary>Asks for the popup's candidates.</summary>
    /// <param name="client">The client.</param>
    /// <param name="document">The document.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="trigger">The character just typed where that is why it is asked.</param>
    public static async Task<CompletionResult> CompleteAsync(this LspClient client, ClientDocument document, int offset, char? trigger = null) =>
        CompletionResult.Read(await client.RequestAsync("textDocument/completion", CompletionParams(document, offset, trigger)));

    /// <summary>What <c>textDocument/completion</c> sends.</summary>
    public static JsonObject CompletionParams(ClientDocument document, int offset, char? trigger = null)
    {
        var parameters = At(document, offset);
        parameters["context"] = trigger is { } character
            ? new JsonObject { ["triggerKind"] = 2, ["triggerCharacter"] = character.ToString() }
            : new JsonObject { ["triggerKind"] = 1 };
        return parameters;
    }

    /// <summary>Takes a candidate: its own edit and those elsewhere.</summary>
    public static Task AcceptAsync(this LspClient client, ClientDocument document, CompletionItem item) =>
        client.ApplyTextEditsAsync(document, [item.Edit ?? throw new WireException($"{item} has no edit."), .. item.AdditionalTextEdits]);

    /// <summary>Asks for what stands beside a candidate.</summary>
    public static async Task<CompletionItem> ResolveAsync(this LspClient client, CompletionItem item)
    {
        var json = (JsonObject)item.Json.DeepClone();
        // Spec: a client fills the list's data into an item that has none of its own.
        if (json["data"] is null && item.Defaults?["data"] is { } data) json["data"] = data.DeepClone();
        return new CompletionItem((JsonObject)(await client.RequestAsync("completionItem/resolve", json))!, item.Defaults);
    }

    /// <summary>Asks for ghost text.</summary>
    /// <param name="client">The client.</param>
    /// <param name="document">The document.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="selected">The popup's selected item as range and text, or null.</param>
    /// <param name="isExplicit">The user pressed a key for it.</param>
    public static async Task<IReadOnlyList<JsonObject>> InlineAsync(
        this LspClient client, ClientDocument document, int offset, (int Start, int End, string Text)? selected = null, bool isExplicit = false)
    {
        var parameters = At(document, offset);
        var context = new JsonObject { ["triggerKind"] = isExplicit ? 1 : 2 };
        if (selected is var (start, end, text)) context["selectedCompletionInfo"] = new JsonObject { ["range"] = document.RangeOf(start, end), ["text"] = text };
        parameters["context"] = context;
        var answer = await client.RequestAsync("textDocument/inlineCompletion", parameters);
        var items = answer as JsonArray ?? answer?["items"] as JsonArray ?? [];
        return [.. items.Select(item => (JsonObject)item!)];
    }

    /// <summary>Asks for a document's findings. For clients that pull.</summary>
    public static async Task<DocumentDiagnostics> PullAsync(this LspClient client, ClientDocument document, string? previousResultId = null)
    {
        var parameters = new JsonObject { ["textDocument"] = document.Identifier, ["identifier"] = "glassbox" };
        if (previousResultId is not null) parameters["previousResultId"] = previousResultId;
        return DocumentDiagnostics.Read(await client.RequestAsync("textDocument/diagnostic", parameters));
    }

    /// <summary>Asks for the findings of the whole workspace.</summary>
    public static async Task<IReadOnlyList<DocumentDiagnostics>> PullWorkspaceAsync(this LspClient client, IEnumerable<DocumentDiagnostics>? known = null)
    {
        var previous = (known ?? []).Where(report => report is { ResultId: not null, Uri: not null })
            .Select(report => (JsonNode)new JsonObject { ["uri"] = report.Uri, ["value"] = report.ResultId });
        var answer = await client.RequestAsync(
            "workspace/diagnostic", new JsonObject { ["identifier"] = "glassbox", ["previousResultIds"] = new JsonArray([.. previous]) });
        return [.. answer!["items"]!.AsArray().Select(DocumentDiagnostics.Read)];
    }

    /// <summary>Waits for the pushed findings of a document's present version. For clients that do not pull.</summary>
    public static async Task<DocumentDiagnostics> PushedAsync(
        this LspClient client, ClientDocument document, string what, Func<DocumentDiagnostics, bool>? match = null, int after = 0)
    {
        var message = await client.WaitAsync("textDocument/publishDiagnostics", what, Matches, after);
        return Read(message.Params!);

        bool Matches(JsonNode? parameters) =>
            string.Equals((string?)parameters?["uri"], document.Uri, StringComparison.Ordinal)
            && (parameters!["version"] is not { } version || (int)version == document.Version)
            && (match is null || match(Read(parameters)));

        static DocumentDiagnostics Read(JsonNode parameters) =>
            new((string?)parameters["uri"], "full", null, (int?)parameters["version"], WireDiagnostic.ReadAll(parameters["diagnostics"]));
    }

    /// <summary>A document's findings, pulled or pushed as the client does it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="document">The document.</param>
    /// <param name="what">What they must be like, in words.</param>
    /// <param name="match">What they must be like; asked again until so.</param>
    public static Task<DocumentDiagnostics> DiagnosticsAsync(
        this LspClient client, ClientDocument document, string what, Func<DocumentDiagnostics, bool> match) =>
        client.Options.Profile.PullsDiagnostics
            ? client.Deadline.UntilAsync<DocumentDiagnostics>($"{document.Uri}: {what}", async () => await client.PullAsync(document) is var report && match(report) ? report : null)
            : client.PushedAsync(document, what, match);

    /// <summary>Asks for the code actions of a range.</summary>
    public static async Task<IReadOnlyList<WireCodeAction>> CodeActionsAsync(
        this LspClient client, ClientDocument document, JsonNode range, IEnumerable<WireDiagnostic>? diagnostics = null, IEnumerable<string>? only = null)
    {
        var context = new JsonObject { ["diagnostics"] = new JsonArray([.. (diagnostics ?? []).Select(item => item.Json.DeepClone())]), ["triggerKind"] = 1 };
        if (only is not null) context["only"] = new JsonArray([.. only.Select(kind => (JsonNode)kind)]);
        var answer = await client.RequestAsync(
            "textDocument/codeAction", new JsonObject { ["textDocument"] = document.Identifier, ["range"] = range.DeepClone(), ["context"] = context });
        return [.. (answer as JsonArray ?? []).Select(item => new WireCodeAction((JsonObject)item!))];
    }

    /// <summary>The code actions of one finding.</summary>
    public static Task<IReadOnlyList<WireCodeAction>> CodeActionsAsync(this LspClient client, ClientDocument document, WireDiagnostic diagnostic) =>
        client.CodeActionsAsync(document, diagnostic.Range, [diagnostic]);

    /// <summary>Asks for a code action's edit.</summary>
    public static async Task<WireCodeAction> ResolveAsync(this LspClient client, WireCodeAction action) =>
        new((JsonObject)(await client.RequestAsync("codeAction/resolve", action.Json.DeepClone()))!);

    /// <summary>Takes a code action: resolves it where it came without an edit, and applies it.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(this LspClient client, WireCodeAction action)
    {
        var resolved = action.Edit is null ? await client.ResolveAsync(action) : action;
        return await client.ApplyAsync(resolved.Edit ?? throw new WireException($"No edit for {resolved}"));
    }

    /// <summary>The text of a hover, or null where there is none.</summary>
    public static async Task<string?> HoverAsync(this LspClient client, ClientDocument document, int offset)
    {
        var answer = await client.RequestAsync("textDocument/hover", At(document, offset));
        return answer?["contents"] switch
        {
            null => null,
            JsonObject markup => (string?)markup["value"],
            JsonArray parts => string.Join("\n\n", parts.Select(part => part is JsonObject marked ? (string?)marked["value"] : (string?)part)),
            var text => (string?)text,
        };
    }

    /// <summary>Runs a command of the server.</summary>
    public static Task<JsonNode?> ExecuteAsync(this LspClient client, string command, params JsonNode[] arguments) =>
        client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray([.. arguments]) });

    /// <summary>The server's own account of itself.</summary>
    public static async Task<JsonObject> StatusAsync(this LspClient client) => (JsonObject)(await client.RequestAsync("glassbox/status", new JsonObject()))!;

    /// <summary>Waits until the server says of itself what is asked for.</summary>
    public static Task<JsonObject> StatusAsync(this LspClient client, string what, Func<JsonObject, bool> match) =>
        client.Deadline.UntilAsync<JsonObject>(what, async () => await client.StatusAsync() is var status && match(status) ? status : null);

    /// <summary>Waits until nothing is being loaded.</summary>
    public static Task<JsonObject> LoadedAsync(this LspClient client) =>
        client.StatusAsync("everything is loaded", status => string.Equals((string?)status["state"], "ready", StringComparison.Ordinal));

    /// <summary>Findings as notes of a fixture, so that they can be compared and shown.</summary>
    public static IEnumerable<FindingNote> Notes(this ClientDocument document, IEnumerable<WireDiagnostic> diagnostics) =>
        diagnostics.Select(item =>
        {
            var (start, end) = document.OffsetsOf(item.Range);
            var lines = LineIndex.Of(document.Text);
            return new FindingNote(new TextRange(lines.PositionAt(start), lines.PositionAt(end)), item.Code, item.Message);
        });

    private static JsonObject At(ClientDocument document, int offset) =>
        new() { ["textDocument"] = document.Identifier, ["position"] = document.PositionAt(offset) };
}
