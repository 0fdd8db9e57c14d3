using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Ghost text: <c>textDocument/inlineCompletion</c>, from the workspace's own counts.</summary>
public sealed class GhostTextTests : WireTest
{
    // One call in one place, many times: the workspace could not be clearer about what comes after "logger.".
    private static string Habit(string last) => $$"""
        class Logger { public void Informational(string text) { } public void Other() { } }
        class User
        {
        {{string.Join('\n', Enumerable.Range(0, 60).Select(i => $"    void M{i}(Logger logger) {{ logger.Informational(\"x\"); }}"))}}
            void Last(Logger logger) { {{last}} }
        }
        """;

    [Test]
    public async Task WhereTheWorkspaceIsClear_ItIsOffered()
    {
        var at = await OpenAsync(Habit("logger.Inf$0"));
        var item = await OfferedAsync(at);
        await at.Client.ApplyTextEditsAsync(at.Document, [Edit(at, item)]);
        Assert.That(at.Document.Text, Does.Contain("void Last(Logger logger) { logger.Informational"));
    }

    [Test]
    public async Task TheOffer_ReplacesOnlyWhatIsBeforeTheCursorOnItsLine()
    {
        var at = await OpenAsync(Habit("logger.Inf$0"));
        var item = await OfferedAsync(at);
        if (item["range"] is not { } range) return; // Spec: without a range the text goes in at the cursor.
        var (start, end) = at.Document.OffsetsOf(range);
        Assert.That(start, Is.LessThanOrEqualTo(at.Cursor));
        Assert.That(end, Is.GreaterThanOrEqualTo(at.Cursor));
        Assert.That((string)item["insertText"]!, Does.StartWith(at.Document.Text[start..at.Cursor]));
        Assert.That(at.Document.Text[start..end], Does.Not.Contain("\n"));
    }

    [Test]
    public async Task WhereItIsNot_NothingIsOffered()
    {
        var at = await OpenAsync("class Quux { void M() { var unique = 1; $0 } }");
        Assert.That(await at.Client.InlineAsync(at.Document, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task InAComment_NothingIsOffered()
    {
        var at = await OpenAsync(Habit("// logger.Inf$0\n"));
        Assert.That(await at.Client.InlineAsync(at.Document, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task WhatWouldNotParse_IsNotOffered()
    {
        // After a complete argument nothing that begins a statement can stand.
        var at = await OpenAsync(Habit("logger.Informational(\"x\" $0"));
        foreach (var item in await at.Client.InlineAsync(at.Document, at.Cursor)) Assert.That((string)item["insertText"]!, Does.StartWith(")").Or.StartWith(","));
    }

    [Test]
    public async Task PopupsChoice_IsKept()
    {
        var at = await OpenAsync(Habit("logger.O$0"));
        var items = await at.Client.InlineAsync(at.Document, at.Cursor, (at.Cursor - 1, at.Cursor, "Other"));
        foreach (var item in items) Assert.That((string)item["insertText"]!, Does.StartWith("Other").Or.StartWith("ther"));
    }

    [Test]
    public async Task Disabled_NothingIsOffered()
    {
        var settings = new JsonObject { ["ghostText"] = new JsonObject { ["enabled"] = false } };
        var at = await StartAtCursorAsync(Habit("logger.Inf$0"), new LaunchOptions { Settings = settings });
        await at.Client.LoadedAsync();
        Assert.That(await at.Client.InlineAsync(at.Document, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task ThresholdOne_OnlyWhatIsCertain()
    {
        var settings = new JsonObject { ["ghostText"] = new JsonObject { ["threshold"] = 1 } };
        var at = await StartAtCursorAsync(Habit("logger.Other();").Replace("logger.Other();", "logger.O$0", StringComparison.Ordinal), new LaunchOptions { Settings = settings });
        await at.Client.LoadedAsync();
        Assert.That(await at.Client.InlineAsync(at.Document, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task DocumentNeverOpened_NothingIsOffered()
    {
        var client = await SharedAsync();
        var document = new ClientDocument(LspClient.UriOf(client.PathOf("never-was.cs")), null, "csharp", "class A { }", client.Units);
        Assert.That(await client.InlineAsync(document, 3), Is.Empty);
    }

    private static Task<JsonObject> OfferedAsync(Opened at) => at.Client.Deadline.UntilAsync<JsonObject>(
        "ghost text, once the workspace is learned", async () => (await at.Client.InlineAsync(at.Document, at.Cursor)).FirstOrDefault());

    private static JsonObject Edit(Opened at, JsonObject item) => new()
    {
        ["range"] = item["range"]?.DeepClone() ?? at.Document.RangeOf(at.Cursor, at.Cursor),
        ["newText"] = (string)item["insertText"]!,
    };
}
