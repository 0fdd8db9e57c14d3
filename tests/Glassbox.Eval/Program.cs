using Glassbox.Completion.Evaluation;
using Glassbox.Eval;
using Glassbox.Eval.Contexts;
using Glassbox.Eval.Fitting;
using Glassbox.Eval.InProcess;
using Glassbox.Eval.Leaks;
using Glassbox.Eval.Outcomes;
using Glassbox.Eval.Replay;
using Glassbox.Eval.Stdio;
using Glassbox.Testing.Wire;

// Evaluates completion on checkouts, each by itself, and prints one table.
if (EvalOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(EvalOptions.Usage);
    return 2;
}

switch (options)
{
    case { Fits: "tokens" }:
        TokenFit.Run(options, Console.Out);
        return 0;
    case { Fits: "votes" }:
        VoteFit.Run(options, Console.Out);
        return 0;
    case { Fits: "ranking" }:
        await RankingFit.RunAsync(options, Console.Out);
        return 0;
    case { AsksContexts: true }:
        ContextReport.Run(options, Console.Out);
        return 0;
}

var choice = $"seed {options.Seed}, {options.Files} files, {options.Places} places";
try
{
    using var file = OutcomeFile.Open(options.Out);
    var leaks = 0;
    Console.WriteLine(Table.Head);
    foreach (var folder in options.Folders)
    {
        await EvaluateAsync(folder, file);
        if (options.ChecksLeaks) leaks += await LeakCheck.RunAsync(folder, options);
    }

    return leaks == 0 ? 0 : 1;
}
catch (Exception failure) when (failure is WireException or InvalidDataException or DirectoryNotFoundException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 2;
}

async Task EvaluateAsync(string folder, OutcomeFile file)
{
    var name = NameOf(folder);
    var suffixes = options.AsksServer ? options.Tasks.Where(task => !task.IsReplay).ToList() : [CutTask.Suffix];
    if (suffixes.Count > 0)
    {
        var run = new Run(Run.InProcess, name, CutTask.Suffix.Name, choice);
        var own = await InProcessRun.RunAsync(folder, new EvaluationOptions(options.Seed, options.Files, options.Places), run, file);
        Show(run, own);
        if (!options.AsksServer) return;
        // The same places, so that both rows can be compared.
        var places = own.Select(outcome => outcome.Place).ToList();
        foreach (var task in suffixes)
        {
            using var copy = HeldOutCopy.Of(folder, places.Select(place => place.File));
            await AskServerAsync(name, task, copy, places, choice, file);
        }
    }

    foreach (var task in options.Tasks.Where(task => task.IsReplay)) await ReplayAsync(folder, name, task, file);
}

async Task ReplayAsync(string folder, string name, CutTask task, OutcomeFile file)
{
    var history = new GitHistory(folder);
    var older = await history.OlderAsync(options.Since, options.SinceDays);
    var added = await history.AddedLinesAsync(older);
    using var copy = await HeldOutCopy.OfAsync(history.ExtractAsync, added.Keys);
    var places = ReplayPlan.Choose(copy.TextOf, added, options);
    await Console.Error.WriteLineAsync($"{name} {task.Name}: {added.Count} files were touched since {older[..10]} and are not learned from; {places.Count} places.");
    await AskServerAsync(name, task, copy, places, $"{choice}, since {older}", file);
}

async Task AskServerAsync(string name, CutTask task, HeldOutCopy copy, IReadOnlyList<Place> places, string runChoice, OutcomeFile file)
{
    var run = new Run(Run.Stdio, name, task.Name, runChoice);
    await new StdioRun(run, task, copy, file).RunAsync(places);
    Show(run, [.. places.Select(place => file.Find(run, place)!)]);
}

void Show(Run run, IReadOnlyList<Outcome> outcomes)
{
    Console.WriteLine(Table.Row(run, outcomes));
    if (options.ShowsDetails) Table.Details(run, outcomes, Console.Error);
}

// A bare repository is often a folder of the same name as all others.
string NameOf(string folder)
{
    var trimmed = Path.TrimEndingDirectorySeparator(folder);
    return Path.GetFileName(trimmed) is "repo" or ".git" ? Path.GetFileName(Path.GetDirectoryName(trimmed)!) : Path.GetFileName(trimmed);
}
