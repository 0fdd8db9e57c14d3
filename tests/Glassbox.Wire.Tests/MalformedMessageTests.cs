using System.Text;
using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Messages as they should not be: answered with the code that the specification names, and the session goes on.</summary>
public sealed class MalformedMessageTests : WireTest
{
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":")]
    [TestCase("this is not JSON")]
    [TestCase("")]
    [TestCase("{\"jsonrpc\":\"2.0\" \"id\":1}")]
    public async Task NotJson_ParseError(string content)
    {
        var client = await SharedAsync();
        var response = client.Peer.ExpectResponse("null");
        await client.Peer.SendContentAsync(Encoding.UTF8.GetBytes(content));
        await ExpectAliveAsync(client);
        Assert.That((await response.ErrorAsync(client.Deadline)).Code, Is.EqualTo(LspErrorException.ParseError));
    }

    [Test]
    public async Task NotUtf8_ParseError()
    {
        var client = await SharedAsync();
        var response = client.Peer.ExpectResponse("null");
        await client.Peer.SendContentAsync(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x80 });
        Assert.That((await response.ErrorAsync(client.Deadline)).Code, Is.EqualTo(LspErrorException.ParseError));
        await ExpectAliveAsync(client);
    }

    [TestCase("7")]
    [TestCase("\"text\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"jsonrpc\":\"2.0\"}")]
    [TestCase("{\"jsonrpc\":\"2.0\",\"method\":5,\"params\":{}}")]
    public async Task NotAMessage_InvalidRequest(string content)
    {
        var client = await SharedAsync();
        var response = client.Peer.ExpectResponse("null");
        await client.Peer.SendContentAsync(Encoding.UTF8.GetBytes(content));
        Assert.That((await response.ErrorAsync(client.Deadline)).Code, Is.EqualTo(LspErrorException.InvalidRequest));
        await ExpectAliveAsync(client);
    }

    [Test]
    public async Task RequestWithoutMethod_InvalidRequestUnderItsId()
    {
        var client = await SharedAsync();
        var response = client.Peer.ExpectResponse("4711");
        await client.Peer.SendContentAsync("{\"jsonrpc\":\"2.0\",\"id\":4711,\"params\":{}}"u8.ToArray());
        Assert.That((await response.ErrorAsync(client.Deadline)).Code, Is.EqualTo(LspErrorException.InvalidRequest));
        await ExpectAliveAsync(client);
    }

    [TestCase("textDocument/completion", "{}")]
    [TestCase("textDocument/completion", "{\"textDocument\":{\"uri\":\"untitled:A.cs\"},\"position\":{\"line\":\"one\",\"character\":0}}")]
    [TestCase("textDocument/completion", "{\"textDocument\":5,\"position\":{\"line\":0,\"character\":0}}")]
    [TestCase("textDocument/hover", "[]")]
    [TestCase("textDocument/codeAction", "{\"textDocument\":{\"uri\":\"untitled:A.cs\"}}")]
    [TestCase("textDocument/diagnostic", "{\"textDocument\":{}}")]
    [TestCase("workspace/executeCommand", "{}")]
    public async Task WrongParameters_InvalidParams(string method, string parameters)
    {
        var client = await SharedAsync();
        var error = await client.ErrorAsync(method, JsonNode.Parse(parameters));
        Assert.That(error.Code, Is.EqualTo(LspErrorException.InvalidParams));
        Assert.That(error.Text, Is.Not.Empty);
        await ExpectAliveAsync(client);
    }

    [TestCase("textDocument/didOpen", "{}")]
    [TestCase("textDocument/didOpen", "{\"textDocument\":{\"uri\":5}}")]
    [TestCase("textDocument/didChange", "{\"textDocument\":{\"uri\":\"untitled:A.cs\",\"version\":\"x\"},\"contentChanges\":7}")]
    [TestCase("textDocument/didClose", "[]")]
    [TestCase("workspace/didChangeWatchedFiles", "{\"changes\":[{\"uri\":\"not a uri\",\"type\":1},{}]}")]
    [TestCase("workspace/didChangeWorkspaceFolders", "{\"event\":{}}")]
    [TestCase("workspace/didChangeConfiguration", "{}")]
    [TestCase("$/setTrace", "{\"value\":\"loud\"}")]
    public async Task WrongNotification_IsIgnored(string method, string parameters)
    {
        var client = await SharedAsync();
        await client.NotifyAsync(method, JsonNode.Parse(parameters));
        await ExpectAliveAsync(client);
    }

    [TestCase("not a uri")]
    [TestCase("http://example.org/a.cs")]
    [TestCase("file:///")]
    [TestCase("file://host/share/a.cs")]
    [TestCase("git:/a.cs?ref=HEAD")]
    [TestCase("")]
    public async Task OddUri_IsServedOrIgnored(string uri)
    {
        var client = await SharedAsync();
        var document = await client.OpenUriAsync(uri, "class Zebra { void M() { Zeb } }", languageId: "csharp");
        try
        {
            await client.CompleteAsync(document, document.After("{ Zeb"));
        }
        catch (LspErrorException error)
        {
            Assert.That(error.Code, Is.EqualTo(LspErrorException.InvalidParams));
        }

        await client.CloseAsync(document);
        await ExpectAliveAsync(client);
    }

    [Test]
    public async Task ResponseNobodyAskedFor_IsIgnored()
    {
        var client = await StartAsync(new LaunchOptions());
        await client.Peer.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 123456, ["result"] = null });
        await client.Peer.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = "nobody", ["error"] = new JsonObject { ["code"] = 1, ["message"] = "x" } });
        await ExpectAliveAsync(client);
    }

    [Test]
    public async Task HeadersInAnyCaseAndOrder_AreRead()
    {
        var client = await SharedAsync();
        var content = """{"jsonrpc":"2.0","id":"header","method":"glassbox/status","params":{}}""";
        var response = client.Peer.ExpectResponse("\"header\"");
        await client.Peer.SendBytesAsync(Encoding.UTF8.GetBytes($"content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH: {content.Length}\r\n\r\n{content}"));
        Assert.That(await client.Deadline.WaitAsync(response.Result, "the status"), Is.Not.Null);
    }

    [Test]
    public async Task ByteByByte_IsRead()
    {
        var client = await SharedAsync();
        var content = """{"jsonrpc":"2.0","id":"slow","method":"glassbox/status","params":{}}""";
        var response = client.Peer.ExpectResponse("\"slow\"");
        foreach (var part in Encoding.UTF8.GetBytes($"Content-Length: {content.Length}\r\n\r\n{content}")) await client.Peer.SendBytesAsync(new[] { part });
        Assert.That(await client.Deadline.WaitAsync(response.Result, "the status"), Is.Not.Null);
    }

    [Test]
    public async Task SeveralInOneWrite_AreAllRead()
    {
        var client = await SharedAsync();
        var responses = new List<PendingRequest>();
        var bytes = new StringBuilder();
        for (var i = 0; i < 20; i++)
        {
            var content = $$$"""{"jsonrpc":"2.0","id":"many{{{i}}}","method":"glassbox/status","params":{}}""";
            bytes.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n{content}");
            responses.Add(client.Peer.ExpectResponse($"\"many{i}\""));
        }

        await client.Peer.SendBytesAsync(Encoding.UTF8.GetBytes(bytes.ToString()));
        foreach (var response in responses) Assert.That(await client.Deadline.WaitAsync(response.Result, "each status"), Is.Not.Null);
    }

    [TestCase("Hello there\r\n\r\n")]
    [TestCase("Content-Length: many\r\n\r\n{}")]
    [TestCase("Content-Length: -5\r\n\r\n{}")]
    [TestCase("Content-Length: 99999999999999\r\n\r\n{}")]
    public async Task HeaderThatIsNone_IsSkipped(string bytes)
    {
        // A stray line of some tool on the stream, or a header that says nothing: what follows is read again.
        var client = await StartAsync(new LaunchOptions());
        await client.Peer.SendBytesAsync(Encoding.UTF8.GetBytes(bytes));
        await ExpectAliveAsync(client);
    }

    private static async Task ExpectAliveAsync(LspClient client) => Assert.That(await client.StatusAsync(), Is.Not.Null);
}
