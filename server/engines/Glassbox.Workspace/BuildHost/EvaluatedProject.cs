using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.BuildHost;

/// <summary>A project as MSBuild evaluated it for one target framework.</summary>
/// <param name="Info">What Roslyn's build host made of it, with ids of its own.</param>
/// <param name="Framework">The target framework where the project has several; else empty.</param>
internal sealed record EvaluatedProject(ProjectInfo Info, string Framework)
{
    /// <summary>The project file.</summary>
    public string Path => Info.FilePath!;

    /// <summary>Takes the framework from the name, where Roslyn puts it: <c>Name(net8.0)</c>.</summary>
    public static EvaluatedProject Of(ProjectInfo info)
    {
        var open = info.Name.LastIndexOf('(');
        return new EvaluatedProject(info, open > 0 && info.Name.EndsWith(')') ? info.Name[(open + 1)..^1].ToLowerInvariant() : "");
    }
}

/// <summary>What an evaluation gave.</summary>
/// <param name="Projects">Those that could be evaluated, the ones they reference included.</param>
/// <param name="Failures">What went wrong, by project file; the empty string where that is not known.</param>
internal sealed record EvaluationResult(ImmutableArray<EvaluatedProject> Projects, ImmutableDictionary<string, string> Failures);
