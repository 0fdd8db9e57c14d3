using System.Collections.Immutable;
using System.Globalization;

namespace Glassbox.Eval;

/// <summary>What the command line asks for.</summary>
internal sealed record EvalOptions
{
    /// <summary>How it is called.</summary>
    public const string Usage = """
        Usage: Glassbox.Eval [--seed N] [--files N] [--places N] [--details] [FOLDER…]
                 [--contexts | --fit tokens|votes|ranking]
                 [--stdio [--task suffix|suffix-prefix|replay|replay-prefix]… [--since COMMIT | --since-days N]] [--leaks] [--out FILE]
        N is a positive number. --stdio asks the published server (GLASSBOX_EXE) as an editor would, beside the engine in this process.
          suffix         the rest of the line is gone
          suffix-prefix  so is everything below
          replay         the lines that were added since a commit, with the files touched since never learned from; FOLDER has a git history
          replay-prefix  so is everything below
        --contexts measures what contexts alone say, without a compiler: the next token and the rest of the line, beside the n-gram.
        --fit tokens|votes|ranking fits a table of weights on the folders and prints its numbers in the order of the source.
        --leaks checks that what was deleted is never offered. --out keeps the results; a run with the same file goes on where the last one ended.
        """;

    public int Seed { get; init; } = 1;

    public int Files { get; init; } = 40;

    public int Places { get; init; } = 12;

    public bool ShowsDetails { get; init; }

    public bool AsksServer { get; init; }

    public bool ChecksLeaks { get; init; }

    public bool AsksContexts { get; init; }

    /// <summary>Which table is fitted; null for none.</summary>
    public string? Fits { get; init; }

    /// <summary>Empty for the one that needs nothing else.</summary>
    public ImmutableArray<CutTask> Tasks { get; init; } = [];

    public string? Since { get; init; }

    public int? SinceDays { get; init; }

    /// <summary>Where results are kept, or null.</summary>
    public string? Out { get; init; }

    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>Reads the arguments; null where they mean nothing.</summary>
    public static EvalOptions? Parse(string[] arguments)
    {
        var options = new EvalOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var next = i + 1 < arguments.Length ? arguments[i + 1] : null;
            int? number = int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
            (options, var taken) = (arguments[i], next, number) switch
            {
                ("--seed", _, { } seed) => (options with { Seed = seed }, 1),
                ("--files", _, { } files) => (options with { Files = files }, 1),
                ("--places", _, { } places) => (options with { Places = places }, 1),
                ("--since-days", _, { } days) => (options with { SinceDays = days }, 1),
                ("--since", { } commit, _) => (options with { Since = commit }, 1),
                ("--out", { } file, _) => (options with { Out = Path.GetFullPath(file) }, 1),
                ("--task", { } task, _) when CutTask.Named(task) is { } known => (options with { Tasks = options.Tasks.Add(known) }, 1),
                ("--details", _, _) => (options with { ShowsDetails = true }, 0),
                ("--stdio", _, _) => (options with { AsksServer = true }, 0),
                ("--contexts", _, _) => (options with { AsksContexts = true }, 0),
                ("--fit", "tokens" or "votes" or "ranking", _) => (options with { Fits = next }, 1),
                ("--leaks", _, _) => (options with { ChecksLeaks = true }, 0),
                (['-', ..], _, _) => (null!, 0),
                var (folder, _, _) => (options with { Folders = options.Folders.Add(Path.GetFullPath(folder)) }, 0),
            };
            if (options is null) return null;
            i += taken;
        }

        if (options.Folders.IsEmpty) options = options with { Folders = [Environment.CurrentDirectory] };
        if (options.Tasks.IsEmpty) options = options with { Tasks = [CutTask.Suffix] };
        return options.Tasks.Any(task => task.IsReplay) && options is { Since: null, SinceDays: null } ? null : options;
    }
}
