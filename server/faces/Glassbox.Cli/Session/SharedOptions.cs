using System.Collections.Immutable;
using System.CommandLine;
using Glassbox.Contracts.Findings;

namespace Glassbox.Cli.Session;

/// <summary>Options that several verbs have. Each verb makes its own.</summary>
internal static class SharedOptions
{
    /// <summary>What to look at.</summary>
    public static Argument<string> Path() =>
        new("PATH") { Description = "A folder, a solution (.sln, .slnx), a project (.csproj) or a C# file." };

    /// <summary>Permission to run build logic.</summary>
    public static Option<bool> Trust() =>
        new("--trust") { Description = "Let MSBuild evaluate the projects, which runs their build logic. Without it they are read as data." };

    /// <summary>Plain text.</summary>
    public static Option<bool> NoColor() => new("--no-color") { Description = "No colours, on a terminal as well." };

    /// <summary>Which rules.</summary>
    public static Option<string[]> Rules(string name, params string[] aliases) => new(name, aliases)
    {
        Description = "Only these rules, separated by commas: ids (GB1001), names, or the beginnings of ids (GB2).",
        HelpName = "RULES",
    };

    /// <summary>The least severity.</summary>
    public static Option<string> LeastSeverity() =>
        new Option<string>("--severity") { Description = "The least severity that is reported.", DefaultValueFactory = _ => "hint" }
            .Among("error", "warning", "information", "hint");

    /// <summary>Reads <see cref="LeastSeverity"/>.</summary>
    public static Severity SeverityOf(string? word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "information" => Severity.Information,
        _ => Severity.Hint,
    };

    /// <summary>Lists as the contract wants them.</summary>
    public static ImmutableArray<string> ListOf(string[]? values) => [.. values ?? []];

    /// <summary>How the result is written.</summary>
    public static Option<string> Format(params string[] formats) =>
        new Option<string>("--format") { Description = "How the result is written.", DefaultValueFactory = _ => formats[0] }.Among(formats);

    /// <summary>A number from 1 on.</summary>
    public static Option<int> Count(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 1) result.AddError($"{name} counts from 1; it cannot be {text}.");
        });
        return option;
    }

    /// <summary>One of some words, the first by default.</summary>
    public static Option<string> Choice(string name, string description, params string[] words) =>
        new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] }.Among(words);

    private static Option<string> Among(this Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
