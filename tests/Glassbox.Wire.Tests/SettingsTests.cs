using System.Text.Json.Nodes;
using Glassbox.Testing.Wire;

namespace Glassbox.Wire.Tests;

/// <summary>Settings: from where they come, that they work, and what is said of wrong ones.</summary>
public sealed class SettingsTests : WireTest
{
    private static JsonObject WeakHashOff => new() { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "none" } } };

    private static string Sample => RuleSample.Of("GB2002") + "\n// $0";

    [Test]
    public async Task AtStart_InitializationOptions_TakeEffect()
    {
        // A client that cannot be asked, so that nothing else tells.
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Profile = ClientProfile.Neovim.With("workspace.configuration", null), Settings = WeakHashOff });
        await at.Client.LoadedAsync();
        Assert.That((await at.Client.PullAsync(at.Document)).Codes, Is.Empty);
    }

    [Test]
    public async Task AtStart_WorkspaceConfiguration_TakesEffect()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions
        {
            Settings = WeakHashOff,
            ChangeInitialize = parameters => parameters["initializationOptions"]!.AsObject().Remove("settings"),
        });
        await at.GoneAsync("GB2002");
        Assert.That(at.Client.Log.FromServer("workspace/configuration"), Is.Not.Empty);
    }

    [Test]
    public async Task Changed_ClientIsAskedAgain()
    {
        var at = await StartAtCursorAsync(Sample);
        await at.FindingAsync("GB2002");
        await at.Client.ChangeSettingsAsync(WeakHashOff);
        await at.GoneAsync("GB2002");
        await at.Client.ChangeSettingsAsync([]);
        await at.FindingAsync("GB2002");
    }

    [Test]
    public async Task Changed_ClientSendsThem()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Profile = ClientProfile.Neovim.With("workspace.configuration", null) });
        await at.FindingAsync("GB2002");
        await at.Client.ChangeSettingsAsync(WeakHashOff);
        await at.GoneAsync("GB2002");
    }

    [Test]
    public async Task Rules_ChangeSeverity()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions
        {
            Settings = new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB2002"] = "information" } } },
        });
        Assert.That((await at.FindingAsync("GB2002")).Severity, Is.EqualTo(3));
    }

    [Test]
    public async Task MinimumSeverity_LeavesOutTheRest()
    {
        var settings = new JsonObject
        {
            ["analysis"] = new JsonObject { ["minimumSeverity"] = "error", ["rules"] = new JsonObject { ["GB2002"] = "warning", ["GB3002"] = "error" } },
        };
        var at = await StartAtCursorAsync(Sample + "\n" + RuleSample.Of("GB3002"), new LaunchOptions { Settings = settings });
        await at.FindingAsync("GB3002");
        Assert.That((await at.Client.PullAsync(at.Document)).Codes, Is.EqualTo(new[] { "GB3002" }));
    }

    [Test]
    public async Task AnalysisEnabled_False_FindsNothing()
    {
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Settings = new JsonObject { ["analysis"] = new JsonObject { ["enabled"] = false } } });
        await at.Client.LoadedAsync();
        Assert.That((await at.Client.PullAsync(at.Document)).Items, Is.Empty);
        Assert.That((await at.Client.PullWorkspaceAsync()).SelectMany(report => report.Items), Is.Empty);
    }

    [Test]
    public async Task CompletionEnabled_False_OffersNothing()
    {
        var at = await StartAtCursorAsync(
            "class Zebra { void M() { Zeb$0 } }", new LaunchOptions { Settings = new JsonObject { ["completion"] = new JsonObject { ["enabled"] = false } } });
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Items, Is.Empty);
    }

    [Test]
    public async Task Unknown_IsNamedWithTheNearest()
    {
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = new JsonObject { ["completion"] = new JsonObject { ["maxItem"] = 50 } } });
        var message = await client.ShownMessageAsync("maxItem", "maxItems");
        Assert.That(message, Does.Contain("completion.maxItems"));
    }

    [Test]
    public async Task Unknown_Section_IsNamedWithTheNearest()
    {
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = new JsonObject { ["ghosttext"] = new JsonObject { ["threshold"] = 0.7 } } });
        await client.ShownMessageAsync("ghosttext", "ghostText");
    }

    [Test]
    public async Task Unknown_IsSaidOnce()
    {
        var settings = new JsonObject { ["completion"] = new JsonObject { ["maxItem"] = 50 } };
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = settings });
        await client.ShownMessageAsync("maxItem");
        for (var i = 0; i < 3; i++) await client.ChangeSettingsAsync(settings);
        await client.LoadedAsync();
        Assert.That(client.Log.FromServer("window/showMessage"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Unknown_Rule_IsNamedWithTheNearest()
    {
        var client = await StartAsync(
            "class A { }", new LaunchOptions { Settings = new JsonObject { ["analysis"] = new JsonObject { ["rules"] = new JsonObject { ["GB200"] = "none" } } } });
        await client.ShownMessageAsync("GB200");
    }

    [Test]
    public async Task WrongKind_IsNamedAndTheRestTakesEffect()
    {
        var settings = WeakHashOff;
        settings["completion"] = new JsonObject { ["maxItems"] = "many" };
        var at = await StartAtCursorAsync(Sample, new LaunchOptions { Settings = settings });
        await at.Client.ShownMessageAsync("completion.maxItems");
        await at.GoneAsync("GB2002");
    }

    [Test]
    public async Task OutOfRange_IsNamedWithTheRange()
    {
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = new JsonObject { ["ghostText"] = new JsonObject { ["threshold"] = 7 } } });
        await client.ShownMessageAsync("ghostText.threshold", "0", "1");
    }

    [Test]
    public async Task UnknownWord_IsNamedWithTheKnownOnes()
    {
        var client = await StartAsync("class A { }", new LaunchOptions { Settings = new JsonObject { ["analysis"] = new JsonObject { ["scope"] = "everything" } } });
        await client.ShownMessageAsync("analysis.scope", "workspace");
    }

    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("7")]
    public async Task NotAnObject_IsSurvived(string json)
    {
        var at = await StartAtCursorAsync("class Zebra { void M() { Zeb$0 } }", new LaunchOptions
        {
            ChangeInitialize = parameters => parameters["initializationOptions"]!["settings"] = JsonNode.Parse(json),
        });
        at.Client.Log.Allow(message => message.Params!.ToJsonString().Contains("glassbox", StringComparison.OrdinalIgnoreCase));
        await at.Client.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = JsonNode.Parse(json) });
        await at.Client.LoadedAsync();
        Assert.That((await at.CompleteAsync()).Labels, Does.Contain("Zebra"));
    }
}
