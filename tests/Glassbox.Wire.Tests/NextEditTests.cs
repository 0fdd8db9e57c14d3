using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>The user's last edit at the next like place: as code action, as ghost text, and as next-edit plugins ask for it.</summary>
public sealed class NextEditTests : WireTest
{
    private const string Sample = """
        public class Sender
        {
            public void Send(int id) { }
            public void Send(int id, string name) { }
            public void All(string name)
            {
                Send(1);
                this.Send(2); // 😀
                Send(3);
            }
        }
        // $0
        """;

    [Test]
    public async Task InlineEdit_NamesTheNextPlaceAndTheVersion()
    {
        var at = await OpenAsync(Sample);
        var cursor = await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        var edits = await EditsAsync(at, cursor);
        var edit = edits.Single();
        Assert.That((string?)edit["textDocument"]!["uri"], Is.EqualTo(at.Document.Uri));
        Assert.That((int?)edit["textDocument"]!["version"], Is.EqualTo(at.Document.Version));
        Assert.That(edit["command"], Is.Null);
        await ApplyAsync(at, edit);
        Assert.That(at.Document.Text, Does.Contain("this.Send(2, name); // 😀").And.Contain("Send(3);"));

        // What was taken leads to the one after it, and that to none.
        await ApplyAsync(at, (await EditsAsync(at, cursor)).Single());
        Assert.That(at.Document.Text, Does.Contain("Send(3, name);"));
        Assert.That(await EditsAsync(at, cursor), Is.Empty);
    }

    [Test]
    public async Task InlineEdit_OfAnotherVersion_IsEmpty()
    {
        var at = await OpenAsync(Sample);
        var cursor = await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        Assert.That(await EditsAsync(at, cursor, at.Document.Version - 1), Is.Empty);
        Assert.That(await EditsAsync(at, cursor, at.Document.Version), Is.Not.Empty);
    }

    [Test]
    public async Task InlineEdit_WithoutAnEdit_IsEmpty()
    {
        var at = await OpenAsync(Sample);
        Assert.That(await EditsAsync(at, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task WhatPluginsTellBesides_IsTakenSilently()
    {
        var at = await OpenAsync(Sample);
        await at.Client.NotifyAsync("textDocument/didFocus", new JsonObject { ["textDocument"] = at.Document.Identifier });
        await at.Client.NotifyAsync("textDocument/didShowInlineEdit", new JsonObject { ["item"] = new JsonObject() });
        Assert.That(await EditsAsync(at, at.Cursor), Is.Empty);
    }

    [Test]
    public async Task CodeActions_ForTheNextPlaceAndForAll()
    {
        var at = await OpenAsync(Sample);
        await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        var actions = await RewritesAsync(at);
        Assert.That(actions.Select(action => action.Title), Is.EqualTo(new[] { "Apply the same edit at line 8", "Apply the same edit at all 2 places" }));
        await at.Client.TakeAsync(actions[1]);
        Assert.That(at.Document.Text, Does.Contain("this.Send(2, name);").And.Contain("Send(3, name);"));
        Assert.That(await RewritesAsync(at), Is.Empty);
    }

    [Test]
    public async Task CodeAction_AfterTheTextWentOn_IsRefused()
    {
        var at = await OpenAsync(Sample);
        await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        var action = (await RewritesAsync(at))[0];
        await at.Client.ReplaceTextAsync(at.Document, "Send(3)", "Send(30)");
        var resolved = await at.Client.ResolveAsync(action);
        Assert.That(resolved.Edit, Is.Null);
        await at.Client.ShownMessageAsync("was changed since");
    }

    [Test]
    public async Task GhostText_WhereTheEditIsDueAtTheCursor()
    {
        var at = await OpenAsync(Sample);
        await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        var items = await at.Client.InlineAsync(at.Document, at.Document.After("Send(3"));
        Assert.That((string?)items.Single()["insertText"], Is.EqualTo(", name"));
    }

    [Test]
    public async Task OtherLanguage_IsOfferedToo()
    {
        var at = await OpenAsync("//- /a.py\nsend(a)\nsend(b)\n# $0");
        await at.Client.TypeAsync(at.Document, at.Document.After("send(a"), ", z");
        await at.Client.TakeAsync((await RewritesAsync(at)).Single());
        Assert.That(at.Document.Text, Does.Contain("send(b, z)"));
    }

    [Test]
    public async Task SwitchedOff_NothingIsOffered()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Settings = new JsonObject { ["nextEdit"] = new JsonObject { ["enabled"] = false } } });
        await at.Client.LoadedAsync();
        var cursor = await at.Client.TypeAsync(at.Document, at.Document.After("Send(1"), ", name");
        Assert.That(await EditsAsync(at, cursor), Is.Empty);
        Assert.That(await RewritesAsync(at), Is.Empty);
    }

    private static async Task<IReadOnlyList<JsonNode>> EditsAsync(Opened at, int cursor, int? version = null)
    {
        var answer = await at.Client.RequestAsync("textDocument/copilotInlineEdit", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = at.Document.Uri, ["version"] = version ?? at.Document.Version },
            ["position"] = at.Document.PositionAt(cursor),
            ["context"] = new JsonObject { ["triggerKind"] = 2 },
        });
        return [.. answer!["edits"]!.AsArray().Select(edit => edit!)];
    }

    private static Task ApplyAsync(Opened at, JsonNode edit)
    {
        var (start, end) = at.Document.OffsetsOf(edit["range"]!);
        return at.Client.ReplaceAsync(at.Document, start, end, (string)edit["text"]!);
    }

    private static async Task<IReadOnlyList<WireCodeAction>> RewritesAsync(Opened at) =>
        [.. (await at.Client.CodeActionsAsync(at.Document, at.Document.RangeOf(0, 0))).Where(action => action.Kind == "refactor.rewrite")];
}
