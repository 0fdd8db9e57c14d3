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
        case "--seed":
            options = options with { Seed = int.Parse(args[++i], CultureInfo.InvariantCulture) };
            break;
        case "--files":
            options = options with { Files = int.Parse(args[++i], CultureInfo.InvariantCulture) };
            break;
        case "--places":
            options = options with { PlacesPerFile = int.Parse(args[++i], CultureInfo.InvariantCulture) };
            break;
        case "--details":
            details = true;
            break;
        case ['-', ..]:
            await Console.Error.WriteLineAsync($"Unknown option {args[i]}. Usage: Glassbox.Eval [--seed N] [--files N] [--places N] [--details] [FOLDER…]");
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
