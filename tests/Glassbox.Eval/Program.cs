using System.Globalization;
using Glassbox.Completion.Evaluation;
using Glassbox.Eval;

// Evaluates completion on checkouts, each by itself, and prints one table.
var options = new EvaluationOptions();
var details = false;
var folders = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--seed" when TryNumber(++i, out var seed):
            options = options with { Seed = seed };
            break;
        case "--files" when TryNumber(++i, out var files):
            options = options with { Files = files };
            break;
        case "--places" when TryNumber(++i, out var places):
            options = options with { PlacesPerFile = places };
            break;
        case "--details":
            details = true;
            break;
        case ['-', ..]:
            await Console.Error.WriteLineAsync("Usage: Glassbox.Eval [--seed N] [--files N] [--places N] [--details] [FOLDER…]; N is a positive number.");
            return 2;
        default:
            folders.Add(Path.GetFullPath(args[i]));
            break;
    }
}

if (folders.Count == 0) folders.Add(Environment.CurrentDirectory);

Console.WriteLine(Table.Head);
foreach (var folder in folders)
{
    await using var checkout = await Checkout.LoadAsync(folder);
    var report = await CompletionEvaluation.RunAsync(checkout.Snapshot, options, progress: null, CancellationToken.None);
    Console.WriteLine(Table.Row(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), report));
    if (details) Table.Details(report, Console.Error);
}

return 0;

bool TryNumber(int at, out int number)
{
    number = 0;
    return at < args.Length && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
