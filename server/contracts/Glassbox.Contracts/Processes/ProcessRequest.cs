using System.Collections.Immutable;

namespace Glassbox.Contracts.Processes;

/// <summary>What to run.</summary>
/// <param name="Program">A name to be looked for on <c>PATH</c>, or an absolute path.</param>
/// <param name="Arguments">Each as it is; nothing is quoted, split or expanded.</param>
public sealed record ProcessRequest(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>The folder that it runs in, or null for this process's own.</summary>
    public string? Folder { get; init; }

    /// <summary>What it reads from its standard input; nothing by default, and never the terminal.</summary>
    public string Input { get; init; } = "";

    /// <summary>After this long it is ended, with all that it started.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many UTF-16 code units of each stream are kept; what comes after is read and dropped.</summary>
    public int OutputLimit { get; init; } = 1024 * 1024;

    /// <summary>Which of this process's variables it is given.</summary>
    public ProcessEnvironment Environment { get; init; } = ProcessEnvironment.Inherited;

    /// <summary>Variables set beside those; a null value takes one away.</summary>
    public ImmutableDictionary<string, string?> Variables { get; init; } = ImmutableDictionary<string, string?>.Empty;
}
