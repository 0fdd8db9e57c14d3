using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Loose;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>Splits the loose files of a folder into compilations and puts these into the solution.</summary>
internal sealed class LooseLoader(SessionContext context)
{
    private const int MaxFiles = 20_000;

    private readonly ConcurrentDictionary<string, (DateTime Written, Declarations Declarations)> known = new(StringComparer.Ordinal);

    /// <summary>Groups the loose files of a folder, or of the open documents outside all folders.</summary>
    public void Regroup(string root, CancellationToken cancellationToken)
    {
        var state = context.Store.Current;
        var paths = LoosePaths(state, root);
        if (paths.Count == 0 && !state.Loose.ContainsKey(root)) return;
        var open = state.Buffers.ToDictionary(buffer => buffer.Key.Value, buffer => buffer.Value, StringComparer.Ordinal);
        var files = new LooseFile[paths.Count];
        Parallel.For(
            0,
            paths.Count,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) },
            index => files[index] = new LooseFile(paths[index], DeclarationsOf(paths[index], open, cancellationToken)));
        var variants = LooseGrouping.Plan(files);
        context.Store.Apply(current => WithLateComers(Publish(current, root, variants), root));
    }

    private List<string> LoosePaths(SessionState state, string root)
    {
        var variants = state.Loose.Values.SelectMany(group => group.Variants).ToHashSet();
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        if (Path.IsPathRooted(root) && context.Folders.Contains(DocumentPath.FromFile(root)))
        {
            var folder = DocumentPath.FromFile(root);
            var compiled = state.Solution.Projects.Where(project => !variants.Contains(project.Id))
                .SelectMany(project => project.Documents).Select(document => document.FilePath!).ToHashSet(StringComparer.Ordinal);
            var inner = context.Folders.Where(other => other != folder && other.IsUnder(folder)).ToList();
            var found = context.Trees.GetValueOrDefault(folder)?.CSharp ?? [];
            var created = state.Loose.GetValueOrDefault(root)?.Homes.Keys ?? [];
            foreach (var path in found.Concat(created))
            {
                if (paths.Count >= MaxFiles) break;
                if (compiled.Contains(path) || !File.Exists(path)) continue;
                if (inner.Count > 0 && inner.Exists(DocumentPath.FromFile(path).IsUnder)) continue;
                paths.Add(path);
            }
        }

        foreach (var (path, buffer) in state.Buffers)
        {
            if (!BufferEdits.IsCSharp(path, buffer.LanguageId) || context.LooseRootOf(path) != root) continue;
            if (state.Solution.GetDocumentIdsWithFilePath(path.Value).All(id => variants.Contains(id.ProjectId))) paths.Add(path.Value);
        }

        return [.. paths];
    }

    private Declarations DeclarationsOf(string path, Dictionary<string, OpenBuffer> open, CancellationToken cancellationToken)
    {
        if (open.TryGetValue(path, out var buffer)) return Declarations.Of(buffer.Source, cancellationToken);
        var written = File.GetLastWriteTimeUtc(path);
        if (known.TryGetValue(path, out var remembered) && remembered.Written == written) return remembered.Declarations;
        var declarations = FileText.TryReadSource(path, context.MaxBytes) is { } text ? Declarations.Of(text, cancellationToken) : Declarations.None;
        known[path] = (written, declarations);
        return declarations;
    }

    // Invariant: what was opened while the grouping was computed keeps a place; its own regrouping is due already.
    private SessionState WithLateComers(SessionState state, string root)
    {
        var buffers = new BufferEdits(context.Loose);
        foreach (var (path, buffer) in state.Buffers)
        {
            if (!BufferEdits.IsCSharp(path, buffer.LanguageId) || context.LooseRootOf(path) != root) continue;
            if (state.Solution.GetDocumentIdsWithFilePath(path.Value).IsEmpty) state = buffers.AddLoose(state, path.Value, root, context.MaxBytes);
        }

        return state;
    }

    private SessionState Publish(SessionState state, string root, ImmutableArray<LooseVariant> variants)
    {
        var before = state.Loose.GetValueOrDefault(root);
        if (variants.All(variant => variant.Files.IsEmpty))
        {
            var without = state.Solution;
            foreach (var id in before?.Variants ?? []) without = without.RemoveProject(id);
            return state with { Solution = without, Loose = state.Loose.Remove(root) };
        }

        var (plans, group) = context.Loose.Plan(root, variants, before);
        var solution = state.Solution;
        foreach (var id in (before?.Variants ?? []).Except(group.Variants)) solution = solution.RemoveProject(id);
        solution = new SolutionEditor(state.Buffers, context.MaxBytes).Apply(solution, plans);
        return state with { Solution = solution, Loose = state.Loose.SetItem(root, group) };
    }
}
