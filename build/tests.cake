using System.Diagnostics;
using System.Xml.Linq;

// Every tests/*.Tests is a program. Each is run alone (two cores, and some of them measure time), writes NUnit's result
// file, and is counted from that file. What leaves no results counts as one failed test, so that the sum cannot look good.
class TestRuns(string root, string configuration, string server, string only, bool withLong, TimeSpan limit)
{
    readonly List<string> _troubles = new();
    readonly HashSet<string> _finished = new();
    int _passed;
    int _failed;
    int _skipped;

    IEnumerable<string> Projects() => System.IO.Directory.GetDirectories(System.IO.Path.Combine(root, "tests"), "*.Tests")
        .Select(folder => System.IO.Path.GetFileName(folder))
        .Where(name => System.IO.File.Exists(System.IO.Path.Combine(root, "tests", name, name + ".csproj")))
        .Where(name => name.Contains(only, StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    public void RunAll()
    {
        foreach (var project in Projects())
        {
            Run(project);
        }
    }

    void Run(string project)
    {
        var results = System.IO.Path.Combine(root, "artifacts", "tests", project);
        if (System.IO.Directory.Exists(results))
        {
            System.IO.Directory.Delete(results, recursive: true);
        }
        System.IO.Directory.CreateDirectory(results);
        var settings = System.IO.Path.Combine(results, "settings.runsettings");
        new XElement("RunSettings", new XElement("NUnit", new XElement("TestOutputXml", results))).Save(settings);

        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root, UseShellExecute = false };
        start.ArgumentList.Add(System.IO.Path.Combine(root, "tests", project, "bin", configuration, "net10.0", project + ".dll"));
        foreach (var argument in new[] { "--settings", settings, "--no-ansi", "--progress", "off", "--no-banner", "--results-directory", results })
        {
            start.ArgumentList.Add(argument);
        }
        if (!withLong)
        {
            start.ArgumentList.Add("--filter");
            start.ArgumentList.Add("TestCategory!=Long");
        }
        start.Environment["GLASSBOX_EXE"] = server;
        start.Environment["TESTINGPLATFORM_TELEMETRY_OPTOUT"] = "1";

        Console.WriteLine();
        Console.WriteLine($"== {project}");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start);
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Fail(project, $"did not end within {limit.TotalMinutes:0} minutes and was stopped");
            return;
        }
        Count(project, System.IO.Path.Combine(results, project + ".xml"), process.ExitCode);
        Console.WriteLine($"== {project}: {clock.Elapsed.TotalSeconds:0.0} s");
    }

    void Count(string project, string file, int exitCode)
    {
        if (!System.IO.File.Exists(file))
        {
            Fail(project, $"left no results (exit code {exitCode})");
            return;
        }
        XElement run;
        try
        {
            run = XElement.Load(file);
        }
        catch (System.Xml.XmlException unreadable)
        {
            Fail(project, $"left results that cannot be read: {unreadable.Message}");
            return;
        }
        int Of(string attribute) => (int?)run.Attribute(attribute) ?? 0;
        if (Of("total") == 0)
        {
            Fail(project, "has no tests");
            return;
        }
        _finished.Add(project);
        _passed += Of("passed");
        // A warning is neither: nobody reads it, so it does not pass.
        _failed += Of("failed") + Of("warnings");
        _skipped += Of("skipped") + Of("inconclusive");
        // 2: some failed, which the file says too. 8: none ran, because all were skipped.
        if (exitCode is not (0 or 2 or 8) || (exitCode == 2 && Of("failed") == 0))
        {
            Fail(project, $"ended with exit code {exitCode}, which its results do not explain");
        }
    }

    void Fail(string project, string trouble)
    {
        _finished.Add(project);
        _failed++;
        _troubles.Add($"{project} {trouble}.");
    }

    // The exit code of the whole.
    public int Report()
    {
        foreach (var project in Projects().Where(project => !_finished.Contains(project)).ToList())
        {
            Fail(project, "was not run");
        }
        Console.WriteLine();
        foreach (var trouble in _troubles)
        {
            Console.WriteLine(trouble);
        }
        Console.WriteLine($"{_passed} passed, {_failed} failed{(_skipped > 0 ? $", {_skipped} skipped" : "")}");
        return _failed > 0 || _passed == 0 ? 1 : 0;
    }
}
