using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Timed;
using Glassbox.Testing.Wire;

namespace Glassbox.Bench.Scenarios;

/// <summary>One server with a loaded solution and the documents that are open in it.</summary>
internal sealed class Session(Subject subject, Workload workload, Tally tally, BenchServer server) : IAsyncDisposable
{
    private readonly Dictionary<string, BenchDocument> documents = new(StringComparer.Ordinal);

    /// <summary>Which build.</summary>
    public Subject Subject { get; } = subject;

    /// <summary>Which solution.</summary>
    public Workload Workload { get; } = workload;

    /// <summary>Where samples go.</summary>
    public Tally Tally { get; } = tally;

    /// <summary>The server.</summary>
    public BenchServer Server { get; } = server;

    /// <summary>When the client said <c>initialized</c>.</summary>
    public long InitializedAt { get; private set; }

    /// <summary>Starts a server; the answer to <c>initialize</c> is there, <c>initialized</c> is not said.</summary>
    public static async Task<(Session Session, Answer Initialized)> StartAsync(Subject subject, Workload workload, Tally tally, bool isTrusted)
    {
        var server = BenchServer.Start(subject.Program, workload.Folder);
        try
        {
            return (new Session(subject, workload, tally, server), await server.InitializeAsync(workload.Folder, isTrusted));
        }
        catch (WireException)
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says <c>initialized</c>, with which the load begins.</summary>
    public Task BeginAsync()
    {
        InitializedAt = Stopwatch.GetTimestamp();
        return Server.NotifyAsync("initialized", new JsonObject());
    }

    /// <summary>Opens a document, or gives the one that is open.</summary>
    public async Task<BenchDocument> OpenAsync(string path)
    {
        if (documents.TryGetValue(path, out var open)) return open;
        var document = new BenchDocument(Server, path);
        await document.OpenAsync();
        return documents[path] = document;
    }

    /// <summary>Opens an empty line before the site's statement.</summary>
    /// <returns>The document and the offset where typing goes on.</returns>
    public async Task<(BenchDocument Document, int At)> BeginLineAsync(TypingSite site, string typed)
    {
        var document = await OpenAsync(site.Path);
        await document.TypeAsync(site.LineStart, typed + "\n");
        return (document, site.LineStart + typed.Length);
    }

    /// <summary>Takes the line away again.</summary>
    public static Task EndLineAsync(BenchDocument document, TypingSite site)
    {
        var end = document.Text.IndexOf('\n', site.LineStart) + 1;
        return document.ReplaceAsync(site.LineStart, end, "");
    }

    /// <summary>Everything is loaded, as the server itself says.</summary>
    public async Task<bool> IsLoadedAsync()
    {
        var status = await Server.StatusAsync();
        return status.GetProperty("state").GetString() == "ready" && status.TryGetProperty("projects", out var projects) && projects.GetArrayLength() > 0;
    }

    /// <summary>Waits until everything is loaded.</summary>
    public async Task LoadedAsync(TimeSpan patience)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!await IsLoadedAsync())
        {
            if (Stopwatch.GetElapsedTime(begin) > patience) throw new WireException($"{Workload.Name} was not loaded within {patience.TotalSeconds:0} s.\n{Server.StandardError()}");
            await Task.Delay(10);
        }
    }

    /// <summary>The process of the core.</summary>
    public async Task<int> CoreIdAsync()
    {
        var status = await Server.StatusAsync();
        return status.TryGetProperty("core", out var core) && core.TryGetProperty("pid", out var id) && id.ValueKind == JsonValueKind.Number
            ? id.GetInt32()
            : ProcessTree.ChildrenOf(Server.FaceId).FirstOrDefault();
    }

    /// <summary>Waits until neither process works any more: less than a twentieth of a core for half a second.</summary>
    public async Task QuietAsync(TimeSpan patience)
    {
        var begin = Stopwatch.GetTimestamp();
        int[] processes = [Server.FaceId, await CoreIdAsync()];
        for (var (before, quiet) = (Work(processes), 0); quiet < 2 && Stopwatch.GetElapsedTime(begin) < patience;)
        {
            await Task.Delay(250);
            var now = Work(processes);
            quiet = now - before < TimeSpan.FromMilliseconds(12.5) ? quiet + 1 : 0;
            before = now;
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public static long MemoryOf(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static TimeSpan Work(IEnumerable<int> processes)
    {
        var sum = TimeSpan.Zero;
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            sum += process.TotalProcessorTime;
        }

        return sum;
    }
}
