using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.BuildHost;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.References;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Puts what MSBuild evaluates in the place of what was read as data, project by project.</summary>
internal sealed class EvaluationLoader(SessionContext context)
{
    /// <summary>Evaluates what a folder asks for and may have.</summary>
    public async Task LoadAsync(LoadedFolder folder, WorkList.Work work)
    {
        if (!DotnetRoot.HasSdk(context.Packs.Root))
        {
            context.Messages.Warn("no-sdk-msbuild", "No .NET SDK was found, so projects are read as data without MSBuild. Install the .NET SDK, or set DOTNET_ROOT to where it is, and reload.");
            return;
        }

        var wanted = WithDependents(folder);
        var done = 0;
        using var host = RoslynHost.CreateWorkspace();
        EvaluationResult result;
        try
        {
            result = await ProjectEvaluator.EvaluateAsync(
                host,
                wanted,
                folder.Found.Solutions.Length == 1 ? folder.Found.Solutions[0] : null,
                path => work.Report($"Evaluating {Path.GetFileNameWithoutExtension(path)}", Math.Min(100, 100 * Interlocked.Increment(ref done) / Math.Max(1, wanted.Count))),
                work.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The build host is a program of its own and may fail in any way, at any time; the first tier stays.
            Keep(folder, wanted.ToDictionary(path => path, _ => failure.Message, StringComparer.Ordinal));
            return;
        }

        work.Token.ThrowIfCancellationRequested();
        var known = folder.Projects.ToDictionary(project => project.Loaded.Path, project => project.Loaded, StringComparer.Ordinal);
        var plans = new EvaluationPlanner(context.IdOf).Plan([.. result.Projects.Where(IsUsable)], known);
        foreach (var project in plans.GroupBy(project => project.Loaded.Path, StringComparer.Ordinal)) Publish(folder, [.. project]);
        var missing = wanted.Except(plans.Select(project => project.Loaded.Path), StringComparer.Ordinal)
            .ToDictionary(path => path, path => result.Failures.GetValueOrDefault(path) ?? result.Failures.GetValueOrDefault("") ?? "MSBuild gave no reason", StringComparer.Ordinal);
        Keep(folder, missing);
        Finish(plans, missing.Count);
        work.Done(missing.Count == 0 ? $"{plans.Length} evaluated." : $"{plans.Length} evaluated, {missing.Count} not.");
    }

    private static bool IsUsable(EvaluatedProject project) =>
        project.Info.MetadataReferences.Count > 0 && project.Info.Documents.Count > 0;

    /// <summary>A project sees what the projects that it references reference, so these are evaluated with it.</summary>
    private static HashSet<string> WithDependents(LoadedFolder folder)
    {
        var wanted = folder.ToEvaluate.ToHashSet(StringComparer.Ordinal);
        for (var before = -1; before != wanted.Count;)
        {
            before = wanted.Count;
            foreach (var project in folder.Projects.Where(project => project.Loaded.Evaluation.ProjectReferences().Any(wanted.Contains))) wanted.Add(project.Loaded.Path);
        }

        return wanted;
    }

    private void Publish(LoadedFolder folder, ImmutableArray<(PlannedProject Plan, LoadedProject Loaded)> project)
    {
        var path = project[0].Loaded.Path;
        context.Store.Apply(state =>
        {
            var ids = project.Select(one => one.Plan.Id).ToHashSet();
            var gone = state.Projects.Values.Where(known => known.Path == path && known.Folder == folder.Folder && !ids.Contains(known.Id)).ToList();
            var solution = state.Solution;
            foreach (var known in gone) solution = solution.RemoveProject(known.Id);
            solution = Loader.WithoutLoose(solution, state, project.SelectMany(one => one.Plan.Documents));
            solution = new SolutionEditor(state.Buffers, context.MaxCompiledBytes).Apply(solution, [.. project.Select(one => one.Plan)]);
            return state with
            {
                Solution = solution,
                Projects = state.Projects.RemoveRange(gone.Select(known => known.Id)).SetItems(project.Select(one => KeyValuePair.Create(one.Plan.Id, one.Loaded))),
            };
        });
        context.Warmth.Cool(project.Select(one => one.Plan.Id));
    }

    /// <summary>What could not be evaluated has the form that was read as data.</summary>
    private void Keep(LoadedFolder folder, Dictionary<string, string> failures)
    {
        if (failures.Count == 0) return;
        foreach (var (path, reason) in failures)
        {
            var name = DocumentPath.FromFile(path).RelativeTo(folder.Folder);
            context.Messages.Warn("evaluate|" + path, $"MSBuild could not evaluate {name}: {FirstLine(reason)} It is read as data until `dotnet build {name}` works again.");
        }

        var plans = folder.Projects.Where(project => failures.ContainsKey(project.Loaded.Path))
            .Select(project => project with { Loaded = project.Loaded with { Problems = project.Loaded.Problems.Add("MSBuild could not evaluate it: " + FirstLine(failures[project.Loaded.Path])) } })
            .ToList();
        context.Store.Apply(state => state with
        {
            Solution = new SolutionEditor(state.Buffers, context.MaxCompiledBytes).Apply(state.Solution, [.. plans.Select(project => project.Plan)]),
            Projects = state.Projects.SetItems(plans.Select(project => KeyValuePair.Create(project.Loaded.Id, project.Loaded))),
        });
    }

    private void Finish(ImmutableArray<(PlannedProject Plan, LoadedProject Loaded)> plans, int missing)
    {
        if (plans.Length > 0)
            context.Messages.Note("generators", "Source generators of packages are not run, because they would run inside Glassbox; what they generate is unknown.");
        _ = missing;
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return (end < 0 ? text : text[..end]).TrimEnd('.') + ".";
    }
}
