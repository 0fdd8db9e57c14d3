using Glassbox.Bench;
using Glassbox.Bench.Learning;
using Glassbox.Bench.Measuring;
using Glassbox.Bench.Workloads;
using Glassbox.Testing.Wire;

// Measures what users feel: a real process over stdio, real edits between the requests. Progress goes to stderr, the table
// to stdout. Exit code 0 when every answer was right, 1 when some were not, 2 when it could not measure.
try
{
    var options = BenchOptions.Read(args);
    if (options.IsHelp)
    {
        Console.WriteLine(BenchOptions.Help);
        return 0;
    }

    if (options.Learning is { } learned)
    {
        await LearningBench.RunAsync(learned, Console.Out);
        return 0;
    }

    List<Subject> subjects = [new("A", Path.GetFullPath(options.Server ?? GlassboxProgram.Path))];
    if (options.Compare is { } other) subjects.Add(new Subject("B", Path.GetFullPath(other)));
    foreach (var subject in subjects.Where(subject => !File.Exists(subject.Program))) throw new WireException($"There is no {subject.Program}.");

    var load = LoadAverage();
    var bench = new Bench(options, subjects, Progress);
    List<Outcome> outcomes = [];
    foreach (var make in Workloads(options))
    {
        using var workload = make();
        outcomes.Add(await bench.MeasureAsync(workload));
    }

    Progress("");
    Console.WriteLine($"{Environment.ProcessorCount} cores, {(options.IsTrusted ? "trusted: MSBuild runs" : "not trusted: read as data")}, {string.Join("; ", outcomes.Select(outcome => $"{outcome.Workload.Name}: {outcome.Workload.Projects} projects, {outcome.Workload.Files.Count} files, {outcome.Workload.Lines} lines"))}");
    if (load is not null) Console.WriteLine($"load average of the machine before {load}, after {LoadAverage()}; this program by itself makes about 1");
    Console.WriteLine();
    Console.Write(subjects.Count == 1 ? Table.OfOne(outcomes) : Table.OfTwo(outcomes, subjects));
    if (options.Json is { } file) await SampleFile.WriteAsync(file, outcomes, subjects);
    return outcomes.All(outcome => outcome.Tallies.All(tally => Row.All.All(row => tally[row].Wrong.Count == 0))) ? 0 : 1;
}
catch (WireException failure)
{
    Progress("");
    Console.Error.WriteLine(failure.Message);
    return 2;
}

static IEnumerable<Func<Workload>> Workloads(BenchOptions options)
{
    if (options.Solution is { } folder)
    {
        yield return () => Workload.At(folder);
        yield break;
    }

    if (options.Only is null or "shop") yield return Workload.Shop;
    if (options.Only is null or "large") yield return () => Workload.Generated(options.Lines);
}

// What else the machine did: without it nobody can tell a slow server from a busy machine.
static string? LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;

static void Progress(string text)
{
    if (Console.IsErrorRedirected) return;
    Console.Error.Write($"\r\e[2K{text}");
}
