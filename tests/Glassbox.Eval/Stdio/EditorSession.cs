using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Testing.Timed;
using Glassbox.Testing.Wire;

namespace Glassbox.Eval.Stdio;

/// <summary>The published server with a folder open, asked as an editor asks.</summary>
internal sealed class EditorSession : IAsyncDisposable
{
    // Shared by nothing else: a checkout of a million lines loads within this time on a slow machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly BenchServer server;

    private EditorSession(BenchServer server) => this.server = server;

    /// <summary>Starts a server on a folder and waits until all of it is loaded and learned.</summary>
    /// <exception cref="WireException">The server is not there, or does not do it.</exception>
    public static async Task<EditorSession> StartAsync(string folder)
    {
        var session = new EditorSession(BenchServer.Start(GlassboxProgram.Path, folder));
        try
        {
            await session.server.InitializeAsync(folder, isTrusted: false);
            await session.server.NotifyAsync("initialized", new JsonObject());
            await session.SettleAsync();
            return session;
        }
        catch (WireException)
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a document with a text.</summary>
    public async Task<BenchDocument> OpenAsync(string path, string text)
    {
        var document = new BenchDocument(server, path, text);
        await document.OpenAsync();
        return document;
    }

    /// <summary>Says that files changed on disk: 1 created, 2 changed, 3 deleted.</summary>
    public Task FilesChangedAsync(params (string Path, int Type)[] changes) => server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject
    {
        ["changes"] = new JsonArray([.. changes.Select(change => (JsonNode)new JsonObject { ["uri"] = LspClient.UriOf(change.Path), ["type"] = change.Type })]),
    });

    /// <summary>
    /// Waits until the server has learned what it was told last. A person is that slow; asking sooner would let it know the text that
    /// was cut off, from the moment before.
    /// </summary>
    public async Task SettleAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        do
        {
            var status = await server.StatusAsync();
            if (!status.TryGetProperty("learning", out var learning))
            {
                if (status.GetProperty("state").GetString() == "restarting") continue;
                throw new WireException("This server's glassbox/status does not say whether it is learning; it is too old to be evaluated.");
            }

            if (status.GetProperty("state").GetString() == "ready" && !learning.GetBoolean()) return;
        }
        while (await timer.WaitForNextTickAsync() && Stopwatch.GetElapsedTime(began) < Patience);
        throw new WireException($"The server was not done with loading and learning within {Patience.TotalMinutes:0} minutes.\n{server.StandardError()}");
    }

    /// <summary>Asks for the popup.</summary>
    /// <param name="document">The document.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="typed">What was just typed.</param>
    public Task<Answer> PopupAsync(BenchDocument document, int offset, string typed)
    {
        var parameters = document.At(offset);
        // Spec: TriggerCharacter only for a character that the server registered; else Invoked.
        parameters["context"] = typed is "." or "<" or "[" or "#" or " "
            ? new JsonObject { ["triggerKind"] = 2, ["triggerCharacter"] = typed }
            : new JsonObject { ["triggerKind"] = 1 };
        return server.AskAsync("textDocument/completion", parameters);
    }

    /// <summary>Asks for ghost text, by itself or on demand.</summary>
    public Task<Answer> GhostAsync(BenchDocument document, int offset, bool isInvoked)
    {
        var parameters = document.At(offset);
        parameters["context"] = new JsonObject { ["triggerKind"] = isInvoked ? 1 : 2 };
        return server.AskAsync("textDocument/inlineCompletion", parameters);
    }

    /// <summary>How sure the server is of the ghost text at a place, or null where it has none.</summary>
    public async Task<double?> ConfidenceAsync(BenchDocument document, int offset)
    {
        var argument = new JsonObject { ["uri"] = document.Uri, ["position"] = document.At(offset)["position"]!.DeepClone() };
        var answer = await server.AskAsync("workspace/executeCommand", new JsonObject { ["command"] = "glassbox.explain", ["arguments"] = new JsonArray(argument) });
        return answer.Result() is { ValueKind: JsonValueKind.Object } result && result.TryGetProperty("ghost", out var ghost)
            ? ghost.GetProperty("confidence").GetDouble()
            : null;
    }

    /// <summary>The labels of a popup as a client shows them.</summary>
    public static IReadOnlyList<string> LabelsOf(Answer answer)
    {
        var result = answer.Result();
        var items = result.ValueKind == JsonValueKind.Object ? result.GetProperty("items") : result;
        if (items.ValueKind != JsonValueKind.Array) return [];
        return
        [
            .. items.EnumerateArray()
                .Select(item => (Label: item.GetProperty("label").GetString()!, Sort: item.TryGetProperty("sortText", out var sort) ? sort.GetString()! : item.GetProperty("label").GetString()!))
                .OrderBy(item => item.Sort, StringComparer.Ordinal)
                .Select(item => item.Label),
        ];
    }

    /// <summary>The first ghost text of an answer as it goes on from the cursor; empty where there is none.</summary>
    public static string GhostOf(Answer answer, BenchDocument document, int offset)
    {
        var result = answer.Result();
        var items = result.ValueKind == JsonValueKind.Object ? result.GetProperty("items") : result;
        if (items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0) return "";
        var first = items[0];
        var text = first.GetProperty("insertText").GetString()!;
        if (!first.TryGetProperty("range", out var range)) return text;
        // What stands before the cursor and is replaced by the same is no part of what is new.
        var column = document.At(offset)["position"]!["character"]!.GetValue<int>();
        var before = Math.Max(0, column - range.GetProperty("start").GetProperty("character").GetInt32());
        return before <= text.Length && document.Text.AsSpan(offset - before, before).SequenceEqual(text.AsSpan(0, before)) ? text[before..] : text;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
