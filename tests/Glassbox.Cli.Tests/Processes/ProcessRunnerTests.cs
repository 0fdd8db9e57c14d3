using System.Collections.Immutable;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Processes;
using Glassbox.Sandbox;

namespace Glassbox.Cli.Tests.Processes;

[Platform(Exclude = "Win", Reason = "The programs that these tests run are those of Unix.")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class ProcessRunnerTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    private readonly ProcessRunner runner = new(TimeProvider.System);

    private Task<ProcessResult> ShellAsync(string script, Func<ProcessRequest, ProcessRequest>? change = null, CancellationToken cancellationToken = default)
    {
        var request = new ProcessRequest("sh", ["-c", script]) { TimeLimit = Enough };
        return runner.RunAsync(change?.Invoke(request) ?? request, cancellationToken);
    }

    [Test]
    public async Task OutputErrorAndExitCode_AreReturned()
    {
        var result = await ShellAsync("echo grün; echo bad >&2; exit 3");

        Assert.That((result.Outcome, result.ExitCode, result.Output, result.Error), Is.EqualTo((ProcessOutcome.Exited, (int?)3, "grün\n", "bad\n")));
        Assert.That(result.Succeeded, Is.False);
    }

    [Test]
    public async Task Arguments_ArriveAsTheyAre()
    {
        string[] odd = ["$(touch planted)", "a b", "\"", "", "*", "; ls", "\\"];

        var result = await runner.RunAsync(new ProcessRequest("printf", ["<%s>", .. odd]), default);

        Assert.That(result.Output, Is.EqualTo(string.Concat(odd.Select(argument => $"<{argument}>"))));
    }

    [Test]
    public async Task Input_IsReadToItsEnd()
    {
        Assert.That((await runner.RunAsync(new ProcessRequest("cat", []) { Input = "äöü\n" }, default)).Output, Is.EqualTo("äöü\n"));
        Assert.That((await runner.RunAsync(new ProcessRequest("cat", []), default)).Output, Is.Empty, "and by default there is none");
    }

    [Test]
    public async Task InputNobodyReads_IsNoFault() =>
        Assert.That((await runner.RunAsync(new ProcessRequest("true", []) { Input = new string('x', 1_000_000) }, default)).Succeeded);

    [Test]
    public async Task UnknownProgram_IsAResult()
    {
        var result = await runner.RunAsync(new ProcessRequest("no-such-program-anywhere", []), default);
        Assert.That((result.Outcome, result.ExitCode), Is.EqualTo((ProcessOutcome.NotFound, (int?)null)));
    }

    [Test]
    public async Task FileThatIsNoProgram_IsAResult()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("broken", "\u007fELF nothing");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await runner.RunAsync(new ProcessRequest(file, []), default);

        Assert.That(result.Outcome, Is.EqualTo(ProcessOutcome.NotStarted));
        Assert.That(result.Detail, Is.Not.Empty);
    }

    [Test]
    public async Task ProgramInTheFolderWorkedOn_IsNeverTaken()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "git", "planted-program" })
            File.SetUnixFileMode(folder.Write(name, "#!/bin/sh\necho planted\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var planted = await runner.RunAsync(new ProcessRequest("planted-program", []) { Folder = folder.Path }, default);
        Assert.That(planted.Outcome, Is.EqualTo(ProcessOutcome.NotFound));
        var relative = await runner.RunAsync(new ProcessRequest("./planted-program", []) { Folder = folder.Path }, default);
        Assert.That(relative.Outcome, Is.EqualTo(ProcessOutcome.NotFound));
        Assert.That(runner.Locate("sh"), Is.Not.Null.And.Not.StartsWith(folder.Path));
    }

    [Test]
    public async Task TimeLimit_EndsTheProgramAndAllThatItStarted()
    {
        using var folder = new TemporaryFolder();
        var result = await ShellAsync("echo begun; sh -c 'sleep 600' & echo $! > child; wait", request => request with
        {
            TimeLimit = TimeSpan.FromMilliseconds(700),
            Folder = folder.Path,
        });

        Assert.That((result.Outcome, result.ExitCode, result.Output), Is.EqualTo((ProcessOutcome.TimedOut, (int?)null, "begun\n")));
        Assert.That(result.Duration, Is.LessThan(Enough));
        await GoneAsync(int.Parse(await File.ReadAllTextAsync(folder.At("child"))));
    }

    [Test]
    public async Task Cancellation_EndsTheProgram()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var running = ShellAsync("echo $$ > self; sleep 600", request => request with { Folder = folder.Path }, stop.Token);
        var file = folder.At("self");
        for (var i = 0; i < 500 && !(File.Exists(file) && new FileInfo(file).Length > 0); i++) await Task.Delay(20);

        await stop.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        await GoneAsync(int.Parse(await File.ReadAllTextAsync(file)));
    }

    [Test]
    public async Task OutputBeyondTheLimit_IsDroppedAndSaid()
    {
        var result = await ShellAsync("yes | head -c 3000000", request => request with { OutputLimit = 1001 });

        Assert.That((result.Output.Length, result.IsTruncated, result.ExitCode), Is.EqualTo((1001, true, (int?)0)));
    }

    [Test]
    public async Task StreamsHeldByWhatIsLeftBehind_AreNotWaitedFor()
    {
        var result = await ShellAsync("sleep 30 & echo done");

        Assert.That((result.Outcome, result.Output), Is.EqualTo((ProcessOutcome.Exited, "done\n")));
        Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task MinimalEnvironment_HasNoSecrets()
    {
        Environment.SetEnvironmentVariable("GLASSBOX_TEST_TOKEN", "secret");
        try
        {
            Assert.That((await ShellAsync("env")).Output, Does.Contain("GLASSBOX_TEST_TOKEN=secret"));
            var minimal = await ShellAsync("env", request => request with
            {
                Environment = ProcessEnvironment.Minimal,
                Variables = ImmutableDictionary<string, string?>.Empty.Add("ADDED", "yes").Add("HOME", null),
            });
            Assert.That(minimal.Output, Does.Contain("PATH=").And.Contain("ADDED=yes").And.Not.Contain("GLASSBOX_TEST_TOKEN").And.Not.Contain("\nHOME="));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GLASSBOX_TEST_TOKEN", null);
        }
    }

    private static async Task GoneAsync(int processId)
    {
        for (var i = 0; i < 500; i++)
        {
            // A zombie that nobody has waited for yet is as dead as one can be.
            var status = $"/proc/{processId}/stat";
            if (OperatingSystem.IsLinux() && (!File.Exists(status) || (await File.ReadAllTextAsync(status)).Contains(") Z "))) return;
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(processId);
                if (process.HasExited) return;
            }
            catch (ArgumentException)
            {
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail($"Process {processId} is still there.");
    }
}
