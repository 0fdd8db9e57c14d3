using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary><c>$/cancelRequest</c>: one answer to each request, and quickly.</summary>
public sealed class CancellationTests : WireTest
{
    [Test]
    public async Task Cancelled_IsAnsweredAsCancelled()
    {
        // A workspace request over the whole sample waits for its load, so the cancellation is never too late.
        var client = await StartAsync(new LaunchOptions { Folders = [Hold(WireFolder.CopyOfShop()).Path] });
        var request = await client.SendRequestAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });
        await client.CancelAsync(request);
        Assert.That((await request.ErrorAsync(client.Deadline)).Code, Is.EqualTo(LspErrorException.RequestCancelled));
    }

    [Test]
    public async Task ABurstOfCompletions_EachIsAnsweredOnce_TheLastRightly()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { void M(Animal animal) { animal.$0 } }");
        var requests = new List<PendingRequest>();
        for (var i = 0; i < 40; i++)
        {
            var request = await at.Client.SendRequestAsync("textDocument/completion", LanguageRequests.CompletionParams(at.Document, at.Cursor, '.'));
            requests.Add(request);
            if (i < 39) await at.Client.CancelAsync(request);
        }

        foreach (var request in requests[..^1])
        {
            try
            {
                await at.Client.Deadline.WaitAsync(request.Result, "each answer");
            }
            catch (LspErrorException error)
            {
                Assert.That(error.Code, Is.EqualTo(LspErrorException.RequestCancelled));
            }
        }

        Assert.That(CompletionResult.Read(await at.Client.Deadline.WaitAsync(requests[^1].Result, "the last answer")).Labels, Does.Contain("Legs"));
    }

    [Test]
    public async Task UnknownId_IsIgnored()
    {
        var client = await SharedAsync();
        await client.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = 987654 });
        await client.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = "text" });
        Assert.That(await client.StatusAsync(), Is.Not.Null);
    }

    [Test]
    public async Task AfterTheAnswer_IsIgnored()
    {
        var client = await SharedAsync();
        var request = await client.SendRequestAsync("glassbox/status", new JsonObject());
        await client.Deadline.WaitAsync(request.Result, "the status");
        await client.CancelAsync(request);
        Assert.That(await client.StatusAsync(), Is.Not.Null);
    }

    [Test]
    public async Task WithoutId_IsIgnored()
    {
        var client = await SharedAsync();
        await client.NotifyAsync("$/cancelRequest", new JsonObject());
        await client.NotifyAsync("$/cancelRequest", null);
        Assert.That(await client.StatusAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Edits_AreNeverCancelledByReaders()
    {
        var at = await OpenAsync("class Animal { public int Legs; }\nclass User { void M(Animal animal) { $0 } }");
        var cursor = at.Cursor;
        foreach (var character in "animal.Le")
        {
            cursor = await at.Client.TypeAsync(at.Document, cursor, character.ToString());
            var request = await at.Client.SendRequestAsync("textDocument/completion", LanguageRequests.CompletionParams(at.Document, cursor));
            await at.Client.CancelAsync(request);
        }

        Assert.That((await at.Client.CompleteAsync(at.Document, cursor)).Labels, Does.Contain("Legs"));
    }

    [Test]
    public async Task StringIds_AreAnsweredUnderTheSameId()
    {
        var client = await SharedAsync();
        var response = client.Peer.ExpectResponse("\"abc-1\"");
        await client.Peer.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = "abc-1", ["method"] = "glassbox/status", ["params"] = new JsonObject() });
        Assert.That(await client.Deadline.WaitAsync(response.Result, "the answer to a text id"), Is.Not.Null);
    }
}
