using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace Glassbox.Workspace.BuildHost;

/// <summary>
/// Has MSBuild evaluate projects, in a process of its own. This runs build logic that the projects bring along, so it is
/// called for trusted folders only.
/// </summary>
internal static class ProjectEvaluator
{
    /// <summary>Evaluates projects and what they reference.</summary>
    /// <param name="workspace">Gives Roslyn's services; it is not changed.</param>
    /// <param name="projects">Project files.</param>
    /// <param name="solution">The solution they belong to, or null.</param>
    /// <param name="progress">Told of each project file as it is done.</param>
    /// <param name="cancellationToken">Ends the evaluation and its process.</param>
    public static async Task<EvaluationResult> EvaluateAsync(
        Microsoft.CodeAnalysis.Workspace workspace,
        IReadOnlyCollection<string> projects,
        string? solution,
        Action<string> progress,
        CancellationToken cancellationToken)
    {
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var listening = workspace.RegisterWorkspaceFailedHandler(failure => Note(failures, failure.Diagnostic, projects));
        var reporter = new Reporter(progress);
        var folder = Directory.CreateTempSubdirectory("glassbox-").FullName;
        try
        {
            // One process for all of them: each call starts a build host of its own, and one that knows every project
            // also reads shared imports once. Roslyn takes a list of projects only as a solution, so it gets one.
            var list = Path.Combine(folder, (solution is null ? "projects" : Path.GetFileNameWithoutExtension(solution)) + ".slnx");
            await WriteListAsync(list, projects, cancellationToken);
            var loader = new MSBuildProjectLoader(workspace, Properties(solution)) { LoadMetadataForReferencedProjects = false, SkipUnrecognizedProjects = true };
            var info = await loader.LoadSolutionInfoAsync(list, reporter, cancellationToken: cancellationToken);
            return new EvaluationResult(
                [.. info.Projects.Where(project => project is { Language: LanguageNames.CSharp, FilePath: not null }).Select(EvaluatedProject.Of)],
                failures.ToImmutableDictionary(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ImmutableDictionary<string, string> Properties(string? solution)
    {
        if (solution is null) return ImmutableDictionary<string, string>.Empty;
        return ImmutableDictionary<string, string>.Empty
            .Add("SolutionDir", Path.GetDirectoryName(solution) + Path.DirectorySeparatorChar)
            .Add("SolutionPath", solution)
            .Add("SolutionName", Path.GetFileNameWithoutExtension(solution))
            .Add("SolutionFileName", Path.GetFileName(solution));
    }

    private static async Task WriteListAsync(string path, IEnumerable<string> projects, CancellationToken cancellationToken)
    {
        var model = new SolutionModel();
        foreach (var project in projects) model.AddProject(project);
        await SolutionSerializers.SlnXml.SaveAsync(path, model, cancellationToken);
    }

    private static void Note(ConcurrentDictionary<string, string> failures, WorkspaceDiagnostic diagnostic, IReadOnlyCollection<string> projects)
    {
        if (diagnostic.Kind != WorkspaceDiagnosticKind.Failure) return;
        var project = projects.FirstOrDefault(path => diagnostic.Message.Contains(path, StringComparison.OrdinalIgnoreCase)) ?? "";
        failures.TryAdd(project, diagnostic.Message);
    }

    private sealed class Reporter(Action<string> report) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            if (value.Operation == ProjectLoadOperation.Resolve) report(value.FilePath);
        }
    }
}
