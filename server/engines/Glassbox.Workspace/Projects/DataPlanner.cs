using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Sessions;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Projects;

/// <summary>Makes plans of projects that were read as data.</summary>
/// <param name="resolver">Finds assemblies.</param>
/// <param name="idOf">The id that a project file has or gets.</param>
internal sealed class DataPlanner(ReferenceResolver resolver, Func<string, ProjectId> idOf)
{
    /// <summary>Plans all projects of a folder together, because they reference each other.</summary>
    public ImmutableArray<(PlannedProject Plan, LoadedProject Loaded, bool IsUnrestored)> Plan(
        IReadOnlyCollection<ProjectEvaluation> projects, FileTree tree, DocumentPath folder)
    {
        var known = projects.ToDictionary(project => project.Path, StringComparer.Ordinal);
        return [.. projects.Select(project => Plan(project, known, tree, folder))];
    }

    /// <summary>A mark that changes when a file that the evaluation read does.</summary>
    public static string FingerprintOf(ProjectEvaluation project)
    {
        var hash = new HashCode();
        foreach (var input in project.Inputs.Append(Path.Combine(project.ExtensionsFolder, "project.assets.json")).Order(StringComparer.Ordinal))
        {
            var file = new FileInfo(input);
            hash.Add(input, StringComparer.Ordinal);
            if (!file.Exists) continue;
            hash.Add(file.LastWriteTimeUtc);
            hash.Add(file.Length);
        }

        return hash.ToHashCode().ToString("x8");
    }

    private (PlannedProject Plan, LoadedProject Loaded, bool IsUnrestored) Plan(
        ProjectEvaluation project, Dictionary<string, ProjectEvaluation> known, FileTree tree, DocumentPath folder)
    {
        var id = idOf(project.Path);
        var resolved = resolver.Resolve(project);
        var problems = resolved.Problems.ToBuilder();
        var mistakes = ImmutableArray.CreateBuilder<string>();
        var references = Transitive(project, known, mistakes);
        problems.AddRange(mistakes);
        var own = references.Select(reference => known[reference].AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (resolved.IsUnrestored) problems.Add("Its NuGet packages are not restored: run `dotnet restore`.");
        if (project.Frameworks.Length > 1)
            problems.Add($"Read for {project.Framework.Moniker} only, of {string.Join(", ", project.Frameworks)}.");

        var plan = new PlannedProject
        {
            Id = id,
            Name = project.Name,
            AssemblyName = project.AssemblyName,
            Path = project.Path,
            Tier = LoadTier.Data,
            Compilation = CompilerOptions.Compilation(project),
            Parse = CompilerOptions.Parse(project),
            Documents =
            [
                .. project.Compile.List(tree).Select(path => new PlannedDocument(path)),
                .. GeneratedSources.Of(project),
            ],
            Projects = [.. references.Select(reference => new ProjectReference(idOf(reference)))],
            Assemblies = [.. resolved.Assemblies
                .Where(path => !own.Contains(Path.GetFileNameWithoutExtension(path)))
                .Select(ReferenceCache.TryGet).OfType<MetadataReference>()],
        };
        var framework = project.Frameworks.Length > 1 ? project.Framework.Moniker : "";
        var loaded = new LoadedProject(id, project.Path, framework, folder, LoadTier.Data, project.Name, project, problems.ToImmutable(), FingerprintOf(project)) { Mistakes = mistakes.ToImmutable() };
        return (plan, loaded, resolved.IsUnrestored);
    }

    /// <summary>The projects that a project sees: those it names and those that these name. A circle is cut.</summary>
    private static List<string> Transitive(ProjectEvaluation project, Dictionary<string, ProjectEvaluation> known, ImmutableArray<string>.Builder mistakes)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { project.Path };
        var waiting = new Queue<(string Path, bool IsDirect)>(project.ProjectReferences().Select(path => (path, true)));
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Path)) continue;
            if (!known.TryGetValue(next.Path, out var other))
            {
                if (next.IsDirect && !File.Exists(next.Path))
                    mistakes.Add($"It references {Path.GetRelativePath(project.Directory, next.Path)}, which does not exist: correct or remove the ProjectReference.");
                continue;
            }

            if (Reaches(other, project.Path, known))
            {
                mistakes.Add($"It and {other.Name} reference each other in a circle: remove one of the references.");
                if (string.CompareOrdinal(other.Path, project.Path) > 0) continue;
            }

            found.Add(next.Path);
            if (project.Properties.IsTrue("DisableTransitiveProjectReferences") || !project.IsSdkStyle) continue;
            foreach (var path in other.ProjectReferences()) waiting.Enqueue((path, false));
        }

        return found;
    }

    private static bool Reaches(ProjectEvaluation from, string target, Dictionary<string, ProjectEvaluation> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<ProjectEvaluation>([from]);
        while (waiting.TryPop(out var project))
        {
            foreach (var path in project.ProjectReferences())
            {
                if (path.Equals(target, StringComparison.Ordinal)) return true;
                if (seen.Add(path) && known.TryGetValue(path, out var next)) waiting.Push(next);
            }
        }

        return false;
    }
}
