using Glassbox.Testing.Fixtures;
using Glassbox.Testing.Wire;
using NUnit.Framework.Interfaces;

namespace Glassbox.Wire.Tests;

/// <summary>
/// Starts servers for a test and ends them with it: a server that does not end well, shows a message nobody waited for or
/// breaks the protocol fails the test that it served. A class may share one server where its tests leave no trace on it.
/// </summary>
public abstract class WireTest
{
    private readonly List<LspClient> own = [];
    private readonly List<WireFolder> folders = [];
    private LspClient? shared;
    private WireFolder? sharedFolder;
    private int opened;

    /// <summary>How the shared server is started.</summary>
    protected virtual LaunchOptions SharedOptions => new();

    [TearDown]
    public async Task EndOwnServersAsync()
    {
        var failed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        var problems = new List<string>();
        foreach (var client in own)
        {
            if (!failed) problems.AddRange(await client.FinishAsync());
            if (failed || problems.Count > 0) await TestContext.Out.WriteLineAsync(client.Story());
            await client.DisposeAsync();
        }

        if (shared is not null)
        {
            problems.AddRange(shared.Log.TakeUnexpected());
            if (failed || problems.Count > 0) await TestContext.Out.WriteLineAsync(shared.Story());
        }

        own.Clear();
        foreach (var folder in folders) folder.Dispose();
        folders.Clear();
        if (!failed && problems.Count > 0) Assert.Fail(string.Join('\n', problems));
    }

    [OneTimeTearDown]
    public async Task EndSharedServerAsync()
    {
        if (shared is null) return;
        shared.RenewDeadline();
        var problems = await shared.FinishAsync();
        var story = shared.Story();
        await shared.DisposeAsync();
        sharedFolder?.Dispose();
        if (problems.Count > 0) Assert.Fail($"{string.Join('\n', problems)}\n{story}");
    }

    /// <summary>A server that only this test uses.</summary>
    protected async Task<LspClient> StartAsync(LaunchOptions options)
    {
        var client = await LspClient.StartAsync(options);
        own.Add(client);
        return client;
    }

    /// <summary>A server that only this test uses, its one folder holding the files of a fixture.</summary>
    protected Task<LspClient> StartAsync(string fixture, LaunchOptions? options = null) =>
        StartAsync((options ?? new()) with { Folders = [Folder(fixture).Path] });

    /// <summary>A process that was not told <c>initialize</c> yet.</summary>
    protected async Task<LspClient> LaunchAsync(LaunchOptions? options = null)
    {
        var client = await LspClient.LaunchAsync(options ?? new());
        own.Add(client);
        return client;
    }

    /// <summary>A server of this test's own with the document at the cursor open.</summary>
    protected async Task<Opened> StartAtCursorAsync(string fixture, LaunchOptions? options = null)
    {
        var client = await StartAsync(fixture, options);
        var file = Fixture.Parse(fixture).CursorFile;
        return new Opened(client, await client.OpenAsync(file.Path), file);
    }

    /// <summary>The class's server, ready for a test.</summary>
    protected async Task<LspClient> SharedAsync()
    {
        if (shared is null || shared.Process.HasExited)
        {
            if (shared is not null) await shared.DisposeAsync();
            sharedFolder ??= WireFolder.Create();
            shared = await LspClient.StartAsync(SharedOptions with { Folders = [sharedFolder.Path] });
            await shared.LoadedAsync();
        }

        shared.RenewDeadline();
        return shared;
    }

    /// <summary>
    /// Opens all files of a fixture on the class's server, in a folder of their own so that they bind with each other only.
    /// </summary>
    /// <returns>The document with the cursor, else the first.</returns>
    protected async Task<Opened> OpenAsync(string fixture)
    {
        var client = await SharedAsync();
        var parsed = Fixture.Parse(fixture);
        var folder = $"Test{++opened}";
        Opened? chosen = null;
        foreach (var file in parsed.Files)
        {
            sharedFolder!.Write(folder + file.Path, file.Text);
            var document = await client.OpenAsync(folder + file.Path);
            if (chosen is null || file.Cursor is not null) chosen = new Opened(client, document, file);
        }

        return chosen!;
    }

    /// <summary>A folder of the class's server for one test, relative to its root.</summary>
    protected string NextFolder() => $"Test{++opened}";

    /// <summary>A folder that goes away with the test.</summary>
    protected WireFolder Hold(WireFolder folder)
    {
        folders.Add(folder);
        return folder;
    }

    /// <summary>The files of a fixture in a folder that goes away with the test.</summary>
    protected WireFolder Folder(string fixture) => Hold(WireFolder.From(Fixture.Parse(fixture)));
}
