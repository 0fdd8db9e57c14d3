using System.Diagnostics;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Testing.Timed;

/// <summary>An open document of one server, edited as a person does it: one change, one notification.</summary>
/// <param name="server">Who is told.</param>
/// <param name="path">Its file.</param>
/// <param name="text">All of it, where that is not what the file holds.</param>
public sealed class BenchDocument(BenchServer server, string path, string? text = null)
{
    private int version = 1;

    /// <summary>As it goes over the wire.</summary>
    public string Uri { get; } = LspClient.UriOf(path);

    /// <summary>All of it.</summary>
    public string Text { get; private set; } = text ?? File.ReadAllText(path);

    /// <summary>As requests name it.</summary>
    public JsonObject Identifier => new() { ["uri"] = Uri };

    /// <summary>Opens it.</summary>
    public Task OpenAsync() => server.NotifyAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri, ["languageId"] = "csharp", ["version"] = version, ["text"] = Text },
    });

    /// <summary>Closes it.</summary>
    public Task CloseAsync() => server.NotifyAsync("textDocument/didClose", new JsonObject { ["textDocument"] = Identifier });

    /// <summary>Replaces a stretch.</summary>
    /// <returns>The moment before the server was told: that of the keystroke.</returns>
    public async Task<long> ReplaceAsync(int start, int end, string text)
    {
        var change = new JsonObject { ["range"] = new JsonObject { ["start"] = PositionAt(start), ["end"] = PositionAt(end) }, ["text"] = text };
        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));
        version++;
        var at = Stopwatch.GetTimestamp();
        await server.NotifyAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(change),
        });
        return at;
    }

    /// <summary>Types at an offset.</summary>
    public Task<long> TypeAsync(int at, string text) => ReplaceAsync(at, at, text);

    /// <summary>Parameters of a request about an offset.</summary>
    public JsonObject At(int offset) => new() { ["textDocument"] = Identifier, ["position"] = PositionAt(offset) };

    /// <summary>The number of the line, from 0, that holds an offset.</summary>
    public int LineOf(int offset) => Text.AsSpan(0, offset).Count('\n');

    // Columns are UTF-16 code units, which is what strings have.
    private JsonObject PositionAt(int offset) =>
        new() { ["line"] = LineOf(offset), ["character"] = offset - (Text.AsSpan(0, offset).LastIndexOf('\n') + 1) };
}
