using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>The command <c>glassbox.explain</c>: why completion offers what it offers.</summary>
public sealed class ExplainTests : WireTest
{
    private static string Habit(string last) => $$"""
        class Logger { public void Informational(string text) { } public void Other() { } }
        class User
        {
        {{string.Join('\n', Enumerable.Range(0, 60).Select(i => $"    void M{i}(Logger logger) {{ logger.Informational(\"x\"); }}"))}}
            void Last(Logger logger) { {{last}} }
        }
        """;

    [Test]
    public async Task AnItem_IsExplainedByItsData()
    {
        var at = await OpenAsync();
        var item = (await at.Client.CompleteAsync(at.Document, at.Cursor))["Informational"];
        var answer = await ExplainAsync(at.Client, item.Json["data"]!.DeepClone());
        Assert.That((string?)answer!["why"], Does.Contain("60"));
        Assert.That((string?)answer["detail"], Does.Contain("Logger.Informational(string text)"));
    }

    [Test]
    public async Task APlace_IsExplainedByItsFirstCandidatesAndTheGhostText()
    {
        var at = await OpenAsync();
        var answer = await ExplainAsync(at.Client, new JsonObject { ["uri"] = at.Document.Uri, ["position"] = at.Document.PositionAt(at.Cursor) });
        var first = answer!["candidates"]![0]!;
        Assert.That((string?)first["label"], Is.EqualTo("Informational"));
        Assert.That((string?)first["why"], Does.Contain("60"));
        Assert.That((string?)answer["ghost"]!["insertText"], Does.StartWith("Informational"));
        Assert.That((double)answer["ghost"]!["confidence"]!, Is.GreaterThan(0.5).And.LessThanOrEqualTo(1));
        Assert.That(answer["ghost"]!["reasons"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public async Task AnAnswerThatIsNoLongerKnown_IsExplainedByNull()
    {
        var at = await OpenAsync();
        Assert.That(await ExplainAsync(at.Client, new JsonObject { ["uri"] = at.Document.Uri, ["answer"] = 999_999, ["key"] = "0" }), Is.Null);
    }

    [Test]
    public async Task AnArgumentThatIsMissingOrIncomplete_IsNamed()
    {
        var client = await StartAsync("class A { }");
        var none = await client.ErrorAsync("workspace/executeCommand", new JsonObject { ["command"] = "glassbox.explain" });
        Assert.That(none.Text, Does.Contain("arguments"));
        var half = await client.ErrorAsync(
            "workspace/executeCommand", new JsonObject { ["command"] = "glassbox.explain", ["arguments"] = new JsonArray(new JsonObject { ["uri"] = "file:///a.cs" }) });
        Assert.That(half.Text, Does.Contain("position"));
    }

    private static Task<JsonNode?> ExplainAsync(LspClient client, JsonNode argument) =>
        client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = "glassbox.explain", ["arguments"] = new JsonArray(argument) });

    private async Task<Opened> OpenAsync()
    {
        var at = await StartAtCursorAsync(Habit("logger.$0"));
        await at.Client.StatusAsync("everything is learned", status => (bool?)status["learning"] == false && (string?)status["state"] == "ready");
        return at;
    }
}
