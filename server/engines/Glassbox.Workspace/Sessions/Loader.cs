using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.References;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Loads folders in the background: projects as data, loose files, then what MSBuild knows better.</summary>
internal sealed class Loader(SessionContext context) : IDisposable
{
    private static readonly string[] ImportedByName = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private readonly LooseLoader loose = new(context);
    private readonly EvaluationLoader evaluation = new(context);
    private readonly Warmer warmer = new(context.Store, context.Warmth);

    /// <summary>Does what is asked for. Never throws but when it is stopped.</summary>
    public async Task LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        var folders = context.Folders.Where(folder => request.Folders.Contains(folder) || request.Forced.Contains(folder)).ToList();
        var loaded = new List<LoadedFolder>();
        if (folders.Count > 0)
        {
            warmer.Stop();
            var isReload = context.Store.Current.Projects.Values.Any(project => folders.Contains(project.Folder));
            await RunAsync($"Loading {string.Join(", ", folders.Select(folder => folder.Name))}", cancellationToken, async work =>
            {
                foreach (var folder in folders) loaded.Add(await LoadFolderAsync(folder, request.Forced.Contains(folder), work));
                foreach (var folder in folders) loose.Regroup(folder.Value, work.Token);
                var state = context.Store.Current;
                work.Done(isReload
                    ? "What changed was read again."
                    : $"{Count(state.Projects.Count, "project")}, {Count(state.Snapshot.Documents.Count, "file")}.");
            });
            warmer.Start();
        }

        foreach (var root in request.Loose.Where(root => !folders.Exists(folder => folder.Value == root)))
        {
            await GuardAsync("Looking at files without a project", cancellationToken, () =>
            {
                loose.Regroup(root, cancellationToken);
                return Task.CompletedTask;
            });
        }

        await EvaluateAsync(loaded, cancellationToken);
    }

    /// <summary>The state without the projects and files of folders that are no longer in the workspace.</summary>
    public static SessionState WithoutFolders(SessionState state, ImmutableArray<DocumentPath> removed, SessionContext context)
    {
        var solution = state.Solution;
        foreach (var project in state.Projects.Values.Where(project => removed.Contains(project.Folder))) solution = solution.RemoveProject(project.Id);
        foreach (var id in removed.SelectMany(folder => state.Loose.TryGetValue(folder.Value, out var group) ? group.Variants : [])) solution = solution.RemoveProject(id);
        state = state with
        {
            Solution = solution,
            Projects = state.Projects.RemoveRange(state.Projects.Values.Where(project => removed.Contains(project.Folder)).Select(project => project.Id)),
            Loose = state.Loose.RemoveRange(removed.Select(folder => folder.Value)),
            OtherFiles = state.OtherFiles.RemoveRange(removed),
        };
        var buffers = new BufferEdits(context.Loose);
        foreach (var (path, buffer) in state.Buffers)
        {
            if (BufferEdits.IsCSharp(path, buffer.LanguageId) && state.Solution.GetDocumentIdsWithFilePath(path.Value).Length == 0)
                state = buffers.AddLoose(state, path.Value, context.LooseRootOf(path), context.MaxBytes);
        }

        return state;
    }

    /// <inheritdoc/>
    public void Dispose() => warmer.Stop();

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private async Task RunAsync(string title, CancellationToken cancellationToken, Func<WorkList.Work, Task> run)
    {
        using var work = context.Work.Begin(title, cancellationToken);
        await GuardAsync(title, cancellationToken, () => run(work));
    }

    private async Task GuardAsync(string title, CancellationToken cancellationToken, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The user stopped it; what was loaded stays.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The boundary of background work: without it a session would say for ever that it is loading.
            context.Messages.Fail("load|" + failure.GetType().Name, $"{title} failed ({failure.GetType().Name}: {failure.Message}). What was loaded stays; reload to try again.");
        }
    }

    private async Task<LoadedFolder> LoadFolderAsync(DocumentPath folder, bool isForced, WorkList.Work work)
    {
        work.Report("Looking for projects");
        var tree = Directory.Exists(folder.Value)
            ? FileTree.Walk(folder.Value, context.Settings.Exclude, context.Settings.MaxFileSizeKiB, work.Token)
            : FileTree.None;
        context.Trees[folder] = tree;
        var found = await SolutionFinder.FindAsync(folder.Value, tree, context.Settings, work.Token);
        foreach (var problem in found.Problems) context.Messages.Warn("solution|" + problem, problem);

        var unchanged = isForced ? [] : Unchanged(folder);
        work.Report($"Reading {Count(found.Projects.Count(path => !unchanged.ContainsKey(path)), "project")}");
        var evaluations = Evaluate(folder, found, unchanged, work.Token, out var faults);
        var planner = new DataPlanner(new ReferenceResolver(context.Packs), path => context.IdOf(path));
        var planned = planner.Plan(evaluations, tree, folder);
        SayWhatIsWrong(folder, planned, faults);
        work.Token.ThrowIfCancellationRequested();

        var mayEvaluate = found.Projects.Length > 0 && context.Trust.MayEvaluate(folder, [.. found.Projects.Select(path => DocumentPath.FromFile(path).RelativeTo(folder))]);
        var before = context.Store.Current.Projects.Values.Where(project => project.Folder == folder).ToLookup(project => project.Path, StringComparer.Ordinal);
        var stale = planned
            .Where(project => isForced || !before[project.Loaded.Path].Any(known => known.Tier == Snapshots.LoadTier.Evaluated && known.Fingerprint == project.Loaded.Fingerprint))
            .Select(project => project.Loaded.Path)
            .ToImmutableHashSet(StringComparer.Ordinal);

        // What MSBuild has evaluated stays until it has done so again; the plan is kept for the case that it fails.
        var kept = mayEvaluate ? before.SelectMany(projects => projects).Where(project => project.Tier == Snapshots.LoadTier.Evaluated).Select(project => project.Path).ToHashSet(StringComparer.Ordinal) : [];
        var result = new LoadedFolder(folder, found, tree, planned, mayEvaluate ? stale : []);
        Publish(result, kept);
        return result;
    }

    /// <summary>The projects whose every input is as it was when they were read.</summary>
    private Dictionary<string, ProjectEvaluation> Unchanged(DocumentPath folder)
    {
        var unchanged = new Dictionary<string, ProjectEvaluation>(StringComparer.Ordinal);
        foreach (var project in context.Store.Current.Projects.Values.Where(project => project.Folder == folder))
        {
            var isSame = DataPlanner.FingerprintOf(project.Evaluation) == project.Fingerprint
                && Array.TrueForAll(ImportedByName, name => NearestAbove(project.Path, name) is not { } nearest || project.Evaluation.Inputs.Contains(nearest));
            if (isSame) unchanged[project.Path] = project.Evaluation;
        }

        return unchanged;
    }

    // A file that was created since is no input yet, but would be one now.
    private static string? NearestAbove(string project, string name)
    {
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file)) return file;
        }

        return null;
    }

    private List<ProjectEvaluation> Evaluate(
        DocumentPath folder, FoundProjects found, Dictionary<string, ProjectEvaluation> unchanged, CancellationToken cancellationToken, out List<ProjectFault> faults)
    {
        var reader = new ProjectReader(new ProjectXml(), BoundaryOf(folder), found.Solutions.Length == 1 ? found.Solutions[0] : null, context.Packs.SdkVersion);
        var evaluations = new List<ProjectEvaluation>();
        faults = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(found.Projects);
        while (waiting.TryDequeue(out var path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(path)) continue;
            ProjectFault? fault = null;
            if ((unchanged.GetValueOrDefault(path) ?? reader.Read(path, out fault)) is not { } evaluation)
            {
                if (fault is not null) faults.Add(fault);
                continue;
            }

            evaluations.Add(evaluation);
            foreach (var reference in evaluation.ProjectReferences())
            {
                if (reference.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && File.Exists(reference)) waiting.Enqueue(reference);
            }
        }

        return evaluations;
    }

    /// <summary>A folder opened inside a repository still has the repository's Directory.Build files above it.</summary>
    private static string BoundaryOf(DocumentPath folder)
    {
        for (var above = folder.Value; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.Exists(Path.Combine(above, ".git"))) return above;
        }

        return folder.Value;
    }

    private void SayWhatIsWrong(
        DocumentPath folder, ImmutableArray<(PlannedProject Plan, LoadedProject Loaded, bool IsUnrestored)> planned, List<ProjectFault> faults)
    {
        foreach (var fault in faults.Distinct())
        {
            var place = fault.Line > 0 ? $"{DocumentPath.FromFile(fault.Path).RelativeTo(folder)}({fault.Line})" : DocumentPath.FromFile(fault.Path).RelativeTo(folder);
            context.Messages.Fail($"project|{fault.Path}|{fault.Line}", $"{place} cannot be read: {fault.Reason} Correct it there; until then its files are treated as files without a project.");
        }

        foreach (var project in planned.Select(project => project.Loaded))
        {
            var name = DocumentPath.FromFile(project.Path).RelativeTo(folder);
            foreach (var mistake in project.Mistakes) context.Messages.Warn($"mistake|{project.Path}|{mistake}", $"{name}: {mistake}");
        }

        var unrestored = planned.Where(project => project.IsUnrestored).Select(project => project.Loaded.Name).ToList();
        if (unrestored.Count > 0)
        {
            var names = unrestored.Count > 5 ? string.Join(", ", unrestored.Take(5)) + $" and {unrestored.Count - 5} more" : string.Join(", ", unrestored);
            context.Messages.Warn(
                $"restore|{folder.Value}|{string.Join('|', unrestored)}",
                $"The NuGet packages of {names} are not restored, so their types are unknown: run `dotnet restore` in {folder.Value}.");
        }

        if (context.Packs.IsRuntimeFallback && planned.Length > 0)
            context.Messages.Warn("no-sdk", "No .NET SDK was found: code is read against the .NET that Glassbox itself runs on, without documentation. Install the .NET SDK, or set DOTNET_ROOT to where it is.");
    }

    private void Publish(LoadedFolder folder, HashSet<string> kept)
    {
        var plans = folder.Projects.Where(project => !kept.Contains(project.Loaded.Path)).ToList();
        var wanted = folder.Projects.Select(project => project.Loaded.Path).ToHashSet(StringComparer.Ordinal);
        context.Store.Apply(state =>
        {
            var gone = state.Projects.Values.Where(project => project.Folder == folder.Folder && (!wanted.Contains(project.Path) || (!kept.Contains(project.Path) && project.Id != context.IdOf(project.Path)))).ToList();
            var solution = state.Solution;
            foreach (var project in gone) solution = solution.RemoveProject(project.Id);
            solution = WithoutLoose(solution, state, plans.SelectMany(project => project.Plan.Documents));
            solution = new SolutionEditor(state.Buffers, context.MaxCompiledBytes).Apply(solution, [.. plans.Select(project => project.Plan)]);
            return state with
            {
                Solution = solution,
                Projects = state.Projects.RemoveRange(gone.Select(project => project.Id)).SetItems(plans.Select(project => KeyValuePair.Create(project.Loaded.Id, project.Loaded))),
                OtherFiles = state.OtherFiles.SetItem(folder.Folder, [.. folder.Tree.Others.Select(DocumentPath.FromFile)]),
                NotAnalyzed = state.NotAnalyzed.Union(folder.Tree.Oversized).Union(folder.Tree.CSharp.Where(FileText.IsBinary)),
            };
        });
        context.Warmth.Cool(plans.Select(project => project.Plan.Id));
    }

    /// <summary>A file that a project compiles is not loose any more.</summary>
    internal static Solution WithoutLoose(Solution solution, SessionState state, IEnumerable<PlannedDocument> documents)
    {
        var variants = state.Loose.Values.SelectMany(group => group.Variants).ToHashSet();
        if (variants.Count == 0) return solution;
        var paths = documents.Where(document => document.Text is null).Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<DocumentId> moved =
        [
            .. variants.Select(solution.GetProject).OfType<Project>().SelectMany(project => project.Documents)
                .Where(document => paths.Contains(document.FilePath!)).Select(document => document.Id),
        ];
        return moved.Length == 0 ? solution : solution.RemoveDocuments(moved);
    }

    private async Task EvaluateAsync(List<LoadedFolder> folders, CancellationToken cancellationToken)
    {
        foreach (var folder in folders.Where(folder => folder.ToEvaluate.Count > 0))
        {
            await RunAsync($"Evaluating {folder.Folder.Name}", cancellationToken, async work =>
            {
                await evaluation.LoadAsync(folder, work);
                loose.Regroup(folder.Folder.Value, work.Token);
            });
        }

        if (folders.Exists(folder => folder.ToEvaluate.Count > 0)) warmer.Start();
    }
}
