using System.Collections.Immutable;
using System.Globalization;
using Glassbox.Completion.Corpus;
using Glassbox.Completion.Corpus.Storage;
using Glassbox.Completion.Lexing;
using Glassbox.Contracts.Text;
using Glassbox.Testing.Wire;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Bench.Learning;

/// <summary>
/// What learning costs, in this process and on one core: no editor waits for it, so a server over stdio would only show how
/// busy the machine is. Processor time, reading files left out; the least of several runs, since everything else only adds.
/// </summary>
internal sealed class LearningBench
{
    private const int Runs = 7;
    private const int EditRuns = 60;

    private readonly List<(DocumentPath Path, SourceText Text)> files;
    private readonly TextWriter into;

    private LearningBench(List<(DocumentPath Path, SourceText Text)> files, TextWriter into) => (this.files, this.into) = (files, into);

    /// <summary>Measures on the C# files of a folder.</summary>
    /// <exception cref="WireException">There are none.</exception>
    public static async Task RunAsync(string folder, TextWriter into)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (DocumentPath.FromFile(file), SourceText.From(File.ReadAllText(file))))
            .ToList();
        if (files.Count == 0) throw new WireException($"There is no C# in {folder}.");
        var bench = new LearningBench(files, into);
        await into.WriteLineAsync($"{folder}: {files.Count} files, {files.Sum(file => file.Item2.Lines.Count)} lines");
        await bench.MeasurePartsAsync();
        await bench.MeasureLearningAsync();
        await bench.MeasureWarmStartAsync();
        await bench.MeasureEditAsync();
    }

    private async Task MeasurePartsAsync()
    {
        var best = new double[3];
        Array.Fill(best, double.MaxValue);
        var (count, bytes) = (0L, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var (lexicon, usage, store) = (new Lexicon(), new UsageCounts(), new TokenStore());
            var read = new List<(DocumentPath Path, int[] Tokens)>();
            Time(ref best[0], () =>
            {
                foreach (var (path, text) in files) read.Add((path, TokenReader.Read(text.ToString(), LexicalRules.CSharp, FileNames.Of(path), lexicon)));
            });
            Time(ref best[1], () =>
            {
                foreach (var (path, tokens) in read) store.Learn(path, tokens);
            });
            Time(ref best[2], () =>
            {
                foreach (var (_, tokens) in read) usage.Learn(tokens, lexicon);
            });
            (count, bytes) = (store.Current.Count, store.Current.Bytes);
        }

        await into.WriteLineAsync($"  {count} tokens; a token: read {Nanoseconds(best[0], count)}, chain {Nanoseconds(best[1], count)}, count {Nanoseconds(best[2], count)}; {(double)bytes / count:F1} bytes");
    }

    private async Task MeasureLearningAsync()
    {
        var snapshot = Snapshot(Load(files));
        var best = double.MaxValue;
        var count = 0L;
        for (var run = 0; run < Runs; run++)
        {
            var learned = new LearnedDocuments();
            var watch = Meter.Start();
            await learned.LearnAsync(snapshot, changed: null, progress: null, CancellationToken.None);
            best = Math.Min(best, watch.Milliseconds);
            count = learned.Of(LexicalRules.CSharp).Store.Current.Count;
        }

        await into.WriteLineAsync($"  learning all: {best:F0} ms, {count / best / 1000:F2} M tokens/s");
    }

    // From the bytes of the file, with a look at every document's stamp: what comes between the load and the first good answer.
    private async Task MeasureWarmStartAsync()
    {
        var snapshot = Snapshot(Load(files));
        var learned = new LearnedDocuments();
        await learned.LearnAsync(snapshot, changed: null, progress: null, CancellationToken.None);
        var watch = Meter.Start();
        var first = learned.Export(TimeProvider.System, CancellationToken.None).ToBytes();
        var firstExport = watch.Milliseconds;
        watch = Meter.Start();
        var kept = learned.Export(TimeProvider.System, CancellationToken.None).ToBytes();
        var export = watch.Milliseconds;
        var (best, read, loaded) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var unread = Snapshot(Load(files));
            watch = Meter.Start();
            if (LearnedFile.Read(kept, out var file) != LearnedFileState.Good) throw new WireException("What was kept cannot be read.");
            read = Math.Min(read, watch.Milliseconds);
            var warm = new LearnedDocuments();
            warm.Import(file);
            await warm.LearnAsync(unread, changed: null, progress: null, CancellationToken.None);
            best = Math.Min(best, watch.Milliseconds);
            if (LearnedFile.Read(kept, out file) != LearnedFileState.Good) throw new WireException("What was kept cannot be read.");
            warm = new LearnedDocuments();
            watch = Meter.Start();
            warm.Import(file);
            await warm.LearnAsync(snapshot, changed: null, progress: null, CancellationToken.None);
            loaded = Math.Min(loaded, watch.Milliseconds);
        }

        await into.WriteLineAsync($"  keeping: {firstExport:F0} ms, again {export:F0} ms, {first.Length / 1e6:F1} MB; warm start: {best:F0} ms, of which reading the file {read:F0} ms; {read + loaded:F0} ms where the texts are there and compared");
    }

    private async Task MeasureEditAsync()
    {
        var (path, text) = files.MinBy(file => Math.Abs(file.Text.Lines.Count - 1000));
        var learned = new LearnedDocuments();
        var solution = Load(files);
        await learned.LearnAsync(Snapshot(solution), changed: null, progress: null, CancellationToken.None);
        var times = new List<double>();
        for (var run = 0; run < EditRuns; run++)
        {
            var edited = text.WithChanges(new TextChange(new TextSpan(text.Length / 2, 0), string.Create(CultureInfo.InvariantCulture, $"\nedit{run}.Run();\n")));
            var snapshot = Snapshot(solution, (path, edited));
            var watch = Meter.Start();
            await learned.LearnAsync(snapshot, [path], progress: null, CancellationToken.None);
            times.Add(watch.Milliseconds);
        }

        times.Sort();
        await into.WriteLineAsync($"  an edit of {path.Name}, {text.Lines.Count} lines, {TokenReader.Read(text.ToString(), LexicalRules.CSharp, FileNames.Of(path), learned.Lexicon).Length} tokens: {times[times.Count / 2]:F2} ms, least {times[0]:F2} ms");
    }

    // Nobody has asked for a text yet; the index of paths is there, as in any server that has loaded.
    private static Solution Load(List<(DocumentPath Path, SourceText Text)> files)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var documents = files.Select(file => DocumentInfo.Create(DocumentId.CreateNewId(project), file.Path.Name, filePath: file.Path.Value, loader: new Loader(file.Text)));
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(project, VersionStamp.Default, "All", "All", LanguageNames.CSharp, documents: documents));
        _ = solution.GetDocumentIdsWithFilePath(files[0].Path.Value);
        return solution;
    }

    private static RoslynSnapshot Snapshot(Solution solution, params IEnumerable<(DocumentPath Path, SourceText Text)> open) =>
        new(1, solution, open.ToImmutableDictionary(file => file.Path, file => new OpenBuffer("csharp", 1, file.Text)));

    private static void Time(ref double best, Action work)
    {
        var watch = Meter.Start();
        work();
        best = Math.Min(best, watch.Milliseconds);
    }

    private static string Nanoseconds(double milliseconds, long count) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1e6 / count:F0} ns");

    // A text that was not asked for yet is not there yet, as after a load.
    private sealed class Loader(SourceText text) : TextLoader
    {
        public override Task<TextAndVersion> LoadTextAndVersionAsync(LoadTextOptions options, CancellationToken cancellationToken) =>
            Task.FromResult(TextAndVersion.Create(text, VersionStamp.Default));
    }

    private readonly record struct Meter(TimeSpan Begun)
    {
        public double Milliseconds => (Environment.CpuUsage.TotalTime - Begun).TotalMilliseconds;

        public static Meter Start() => new(Environment.CpuUsage.TotalTime);
    }
}
