using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using Glassbox.Contracts.Settings;
using Glassbox.Workspace.Evaluation;
using Microsoft.VisualStudio.SolutionPersistence;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace Glassbox.Workspace.Projects;

/// <summary>Finds out which projects a workspace folder asks to be loaded.</summary>
internal static class SolutionFinder
{
    /// <summary>The projects of a folder, and the solutions that name them.</summary>
    public static async Task<FoundProjects> FindAsync(string folder, FileTree tree, WorkspaceSettings settings, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var solutions = Choose(folder, tree, settings, problems, out var project);
        if (project is not null) return new FoundProjects([project], [], problems.ToImmutable());
        var projects = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var solution in solutions)
        {
            foreach (var named in await ReadAsync(solution, problems, cancellationToken))
            {
                if (!named.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)) continue;
                if (File.Exists(named)) projects.Add(named);
                else problems.Add($"{Path.GetFileName(solution)} names {Path.GetRelativePath(folder, named)}, which does not exist: remove it with `dotnet sln remove`, or bring the project back.");
            }
        }

        if (solutions.Length == 0 || projects.Count == 0) projects.UnionWith(tree.Projects);
        return new FoundProjects([.. projects], solutions, problems.ToImmutable());
    }

    private static ImmutableArray<string> Choose(string folder, FileTree tree, WorkspaceSettings settings, ImmutableArray<string>.Builder problems, out string? project)
    {
        project = null;
        if (settings.Solution.Length > 0)
        {
            var named = Path.GetFullPath(Path.Combine(folder, PropertyFunctions.Slashes(settings.Solution)));
            if (File.Exists(named))
            {
                if (!named.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)) return [named];
                project = named;
                return [];
            }

            problems.Add($"The setting glassbox.workspace.solution names {settings.Solution}, which is not in {folder}: correct it, or leave it empty to have the solution found.");
        }

        var top = tree.Solutions.Where(path => !path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase)).ToList();
        if (top.Count == 0) return [];
        var depth = top.Min(Depth);
        top = [.. top.Where(path => Depth(path) == depth)];
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var same = top.Find(path => Path.GetFileNameWithoutExtension(path).Equals(name, StringComparison.OrdinalIgnoreCase));
        return same is not null && Path.GetDirectoryName(same) == folder ? [same] : [.. top];
    }

    private static int Depth(string path) => path.Count(letter => letter == Path.DirectorySeparatorChar);

    private static async Task<IEnumerable<string>> ReadAsync(string solution, ImmutableArray<string>.Builder problems, CancellationToken cancellationToken)
    {
        try
        {
            if (solution.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase)) return ReadFilter(solution);
            if (SolutionSerializers.GetSerializerByMoniker(solution) is not { } serializer) return [];
            var model = await serializer.OpenAsync(solution, cancellationToken);
            var folder = Path.GetDirectoryName(solution)!;
            return [.. model.SolutionProjects.Select(project => Path.GetFullPath(Path.Combine(folder, PropertyFunctions.Slashes(project.FilePath))))];
        }
        catch (SolutionException failure)
        {
            problems.Add(failure.Line is { } line
                ? $"{solution}({line}) cannot be read: {failure.Message} Its folder's projects are loaded in its place; correct it there."
                : $"{solution} cannot be read: {failure.Message} Its folder's projects are loaded in its place; correct it.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add($"{solution} cannot be read: {failure.Message} Its folder's projects are loaded in its place; correct it.");
        }

        return [];
    }

    private static IEnumerable<string> ReadFilter(string filter)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(filter), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var solution = document.RootElement.GetProperty("solution");
        var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(
            Path.GetDirectoryName(filter)!, (solution.GetProperty("path").GetString() ?? "").Replace('\\', '/'))))!;
        return [.. solution.GetProperty("projects").EnumerateArray()
            .Select(project => Path.GetFullPath(Path.Combine(folder, (project.GetString() ?? "").Replace('\\', '/'))))];
    }
}
