using System.Collections.Immutable;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Sessions;
using Glassbox.Workspace.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Glassbox.Workspace.BuildHost;

/// <summary>Makes plans of evaluated projects in the ids of the current solution, so that they take the place of what is there.</summary>
/// <param name="idOf">The id of a project file for a framework; the empty framework is the one that was read as data.</param>
internal sealed class EvaluationPlanner(Func<string, string, ProjectId> idOf)
{
    /// <summary>Plans the projects.</summary>
    /// <param name="evaluated">All that were evaluated together.</param>
    /// <param name="known">What was read as data, by project file.</param>
    public ImmutableArray<(PlannedProject Plan, LoadedProject Loaded)> Plan(
        ImmutableArray<EvaluatedProject> evaluated, IReadOnlyDictionary<string, LoadedProject> known)
    {
        var ids = evaluated.ToDictionary(project => project.Info.Id, project => IdOf(project, known));
        var assemblies = evaluated.ToDictionary(project => project.Info.Id, project => project.Info.AssemblyName);
        return [.. evaluated.Where(project => known.ContainsKey(project.Path)).Select(project => Plan(project, known[project.Path], ids, assemblies))];
    }

    private static ProjectReference Rename(ProjectReference reference, Dictionary<ProjectId, ProjectId> ids) =>
        new(ids[reference.ProjectId], reference.Aliases, reference.EmbedInteropTypes);

    private ProjectId IdOf(EvaluatedProject project, IReadOnlyDictionary<string, LoadedProject> known)
    {
        var isFirst = !known.TryGetValue(project.Path, out var data) || data.Evaluation.Framework.Moniker.Equals(project.Framework, StringComparison.OrdinalIgnoreCase);
        return idOf(project.Path, project.Framework.Length == 0 || isFirst ? "" : project.Framework);
    }

    private (PlannedProject Plan, LoadedProject Loaded) Plan(
        EvaluatedProject project, LoadedProject data, Dictionary<ProjectId, ProjectId> ids, Dictionary<ProjectId, string> assemblies)
    {
        var info = project.Info;
        var references = info.ProjectReferences.Where(reference => ids.ContainsKey(reference.ProjectId)).ToList();
        var own = references.Select(reference => assemblies[reference.ProjectId]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var plan = new PlannedProject
        {
            Id = ids[info.Id],
            Name = project.Framework.Length > 0 ? $"{data.Evaluation.Name}({project.Framework})" : data.Evaluation.Name,
            AssemblyName = info.AssemblyName,
            Path = project.Path,
            Tier = LoadTier.Evaluated,
            Compilation = Options((CSharpCompilationOptions)info.CompilationOptions!, project.Path),
            Parse = (CSharpParseOptions)info.ParseOptions!,
            Documents = [.. info.Documents.Where(document => document.FilePath is not null).Select(document => new PlannedDocument(document.FilePath!))],
            Projects = [.. references.Select(reference => Rename(reference, ids)).Distinct()],
            // Ours in place of Roslyn's, because they are shared with every other project. Analyzers and generators are
            // left out: they are code of others, which would run in this process.
            Assemblies = [.. info.MetadataReferences.OfType<PortableExecutableReference>()
                .Where(reference => reference.FilePath is { } path && !own.Contains(Path.GetFileNameWithoutExtension(path)))
                .Select(Shared).OfType<MetadataReference>()],
        };
        var loaded = data with
        {
            Id = plan.Id,
            Framework = project.Framework,
            Tier = LoadTier.Evaluated,
            Name = plan.Name,
            Problems = [.. data.Problems.Where(problem => !problem.StartsWith("Read for "))],
        };
        return (plan, loaded);
    }

    private static PortableExecutableReference? Shared(PortableExecutableReference reference)
    {
        var shared = ReferenceCache.TryGet(reference.FilePath!);
        return shared is null || reference.Properties == MetadataReferenceProperties.Assembly ? shared : shared.WithProperties(reference.Properties);
    }

    /// <summary>What matters for meaning; what only an emitted file would need is left as the first tier has it.</summary>
    private static CSharpCompilationOptions Options(CSharpCompilationOptions evaluated, string project)
    {
        var options = new CSharpCompilationOptions(evaluated.OutputKind)
            .WithNullableContextOptions(evaluated.NullableContextOptions)
            .WithAllowUnsafe(evaluated.AllowUnsafe)
            .WithOverflowChecks(evaluated.CheckOverflow)
            .WithMainTypeName(evaluated.MainTypeName)
            .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default);
        return evaluated.CryptoKeyFile is { } key ? CompilerOptions.Signed(options, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, key))) : options;
    }
}
