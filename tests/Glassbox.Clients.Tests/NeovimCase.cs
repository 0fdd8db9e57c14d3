using System.Diagnostics;
using System.Text.Json;
using Glassbox.Testing;

namespace Glassbox.Clients.Tests;

/// <summary>
/// One run of Neovim, with our plugin and nothing else, over one script of <c>neovim/cases</c>: on its own copy of the
/// sample, with state folders of its own, under one deadline. Ends with the proof that nothing it started is left.
/// </summary>
internal sealed class NeovimCase : IDisposable
{
    /// <summary>For the whole script. Generous: a machine under load must not fail it, nothing waits for it.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Lua =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly string _neovim;
    private readonly string _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("glassbox-neovim-").FullName;
    private readonly string _mark = $"GLASSBOX_TEST_RUN={Guid.NewGuid():N}";

    private NeovimCase(string neovim, string server)
    {
        _neovim = neovim;
        _server = server;
        CopySample(Repository.Combine("samples", "Shop"), Workspace);
    }

    private string Workspace => Path.Combine(_folder, "Shop");

    /// <summary>Runs a script against the published server.</summary>
    /// <returns>What the script saw, as <typeparamref name="T"/>.</returns>
    public static Task<T> RunAsync<T>(string script)
    {
        var neovim = Neovim.Availability.OrIgnore();
        return RunAsync<T>(script, neovim, PublishedServer.Availability.OrIgnore());
    }

    /// <summary>Runs a script that needs no server.</summary>
    public static Task<T> RunAloneAsync<T>(string script) =>
        RunAsync<T>(script, Neovim.Availability.OrIgnore(), "no-server");

    private static async Task<T> RunAsync<T>(string script, string neovim, string server)
    {
        using var run = new NeovimCase(neovim, server);
        return await run.RunAsync<T>(script, CancellationToken.None);
    }

    private async Task<T> RunAsync<T>(string script, CancellationToken cancellationToken)
    {
        var report = Path.Combine(_folder, "report.json");
        using var process = Process.Start(StartInfo(script, report))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);

        // The script has the same deadline and says what it waited for; this one is for an editor that hangs.
        using var deadline = new CancellationTokenSource(Deadline + PatienceAtEnd);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        var survivors = await Processes.AwaitEndAsync(_mark, PatienceAtEnd);
        foreach (var id in survivors.Keys) Kill(id);

        var editor = await output + await error;
        if (!File.Exists(report)) Assert.Fail($"Neovim ended without a report.\n{editor}\n{Log()}");
        using var saw = JsonDocument.Parse(await File.ReadAllTextAsync(report, cancellationToken));
        if (saw.RootElement.TryGetProperty("failure", out var failure))
        {
            Assert.Fail($"{script}: {failure.GetString()}\n{Messages(saw)}\n{editor}\n{Log()}");
        }

        Assert.That(survivors.Values, Is.Empty, "Processes that outlived the editor.");
        return saw.RootElement.GetProperty("saw").Deserialize<T>(Lua)!;
    }

    private ProcessStartInfo StartInfo(string script, string report)
    {
        var scripts = Repository.Combine("tests", "Glassbox.Clients.Tests", "neovim");
        string[] arguments = ["--headless", "--clean", "-l", Path.Combine(scripts, "drive.lua"), script];
        var start = new ProcessStartInfo(_neovim, arguments)
        {
            WorkingDirectory = Workspace,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var mark = _mark.Split('=');
        start.Environment[mark[0]] = mark[1];
        start.Environment["GLASSBOX_TEST_NEOVIM"] = _neovim;
        start.Environment["GLASSBOX_TEST_SERVER"] = _server;
        start.Environment["GLASSBOX_TEST_PLUGIN"] = Repository.Combine("clients", "neovim");
        start.Environment["GLASSBOX_TEST_SCRIPTS"] = scripts;
        start.Environment["GLASSBOX_TEST_FOLDER"] = Workspace;
        start.Environment["GLASSBOX_TEST_REPORT"] = report;
        start.Environment["GLASSBOX_TEST_MILLISECONDS"] = $"{Deadline.TotalMilliseconds:0}";
        start.Environment["HOME"] = Folder("home");
        start.Environment["TMPDIR"] = Folder("tmp");
        foreach (var kind in (string[])["CONFIG", "DATA", "STATE", "CACHE"])
        {
            start.Environment[$"XDG_{kind}_HOME"] = Folder(kind.ToLowerInvariant());
        }

        return start;
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Neovim's LSP log: what the server wrote to its standard error, and what went wrong.</summary>
    private string Log()
    {
        var log = Path.Combine(_folder, "state", "nvim", "lsp.log");
        return File.Exists(log)
            ? $"Neovim's LSP log ends with:\n{string.Join('\n', File.ReadLines(log).TakeLast(60))}"
            : "";
    }

    private static string Messages(JsonDocument report) =>
        report.RootElement.TryGetProperty("messages", out var messages) ? $"The server's messages: {messages}" : "";

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
    }

    private static void CopySample(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            // What a build left in the sample belongs to other paths.
            var name = Path.GetFileName(folder);
            if (name is not ("bin" or "obj")) CopySample(folder, Path.Combine(to, name));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
