using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Evaluation;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;

namespace Glassbox.Workspace.Sessions;

/// <summary>What changes on disk do: source files come, go and are read again; project files are loaded again.</summary>
internal sealed class DiskEdits(SessionContext context, LoadQueue loads)
{
    /// <summary>Takes changes in.</summary>
    public void Change(ImmutableArray<FileChange> changes)
    {
        var request = new LoadRequest();
        var sources = changes.Where(change => change.Path is { IsFile: true, IsCSharp: true } && !IsBuildOutput(change.Path)).ToImmutableArray();
        var folders = changes.Where(change => change.Path.Extension.Length == 0 && change.Kind == FileChangeKind.Deleted).ToImmutableArray();
        foreach (var change in changes.Where(change => change.Path.IsFile && IsProjectFile(change.Path)))
            request = request with { Folders = request.Folders.Union(FoldersConcerned(change.Path)) };
        if (sources.Length + folders.Length > 0)
        {
            var loose = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
            var changesStructure = sources.Any(change => change.Kind != FileChangeKind.Changed) || folders.Length > 0;
            context.Store.Apply(
                state =>
                {
                    loose = loose.Clear();
                    foreach (var change in sources) state = Source(state, change, ref loose);
                    foreach (var folder in folders) state = DeleteBelow(state, folder.Path);
                    return state;
                },
                changesStructure ? null : [.. sources.Select(change => change.Path)]);
            request = request with { Loose = loose };
        }

        Others(changes);
        if (request.Folders.Count + request.Loose.Count > 0) loads.Ask(request);
    }

    /// <summary>A file that was closed may have been created or deleted meanwhile.</summary>
    public void LookAgain(DocumentPath path)
    {
        if (path.IsCSharp && context.FolderOf(path) is not null) Change([new FileChange(path, File.Exists(path.Value) ? FileChangeKind.Created : FileChangeKind.Deleted)]);
    }

    /// <summary>Restore may have run since: few editors watch the folder where it leaves its results.</summary>
    public void LookForRestore(DocumentPath path)
    {
        if (context.FolderOf(path) is not { } folder) return;
        var isStale = context.Store.Current.Projects.Values.Any(project =>
            project.Folder == folder && project.Problems.Length > 0 && DataPlanner.FingerprintOf(project.Evaluation) != project.Fingerprint);
        if (isStale) loads.Ask(new LoadRequest { Folders = [folder] });
    }

    private static bool IsBuildOutput(DocumentPath path) =>
        path.Value.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static bool IsProjectFile(DocumentPath path) =>
        path.Extension is ".csproj" or ".sln" or ".slnx" or ".slnf" or ".props" or ".targets"
        || path.Name.Equals("global.json", StringComparison.OrdinalIgnoreCase)
        || path.Name.Equals("packages.config", StringComparison.OrdinalIgnoreCase)
        || path.Name.Equals("project.assets.json", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<DocumentPath> FoldersConcerned(DocumentPath path)
    {
        if (context.FolderOf(path) is { } folder) yield return folder;
        foreach (var other in context.Store.Current.Projects.Values
            .Where(project => project.Evaluation.Inputs.Contains(path.Value)).Select(project => project.Folder).Distinct())
        {
            yield return other;
        }
    }

    private SessionState Source(SessionState state, FileChange change, ref ImmutableHashSet<string> loose)
    {
        var path = change.Path;
        var root = context.LooseRootOf(path);
        var ids = state.Solution.GetDocumentIdsWithFilePath(path.Value);
        var isLoose = state.Loose.TryGetValue(root, out var group) && group.Homes.ContainsKey(path.Value);
        var exists = change.Kind != FileChangeKind.Deleted;
        if (isLoose && !state.Buffers.ContainsKey(path)) loose = loose.Add(root);
        if (!exists)
            return ids.Length == 0 || state.Buffers.ContainsKey(path) ? state : BufferEdits.RemoveDocuments(state, ids);
        if (ids.Length > 0 && !isLoose)
            return state.Buffers.ContainsKey(path) ? state : Reread(state, path, ids);
        if (Adopt(state, path) is { } adopted) return adopted;
        if (ids.Length > 0) return state.Buffers.ContainsKey(path) ? state : Reread(state, path, ids);
        if (context.FolderOf(path) is { } folder && !FileTree.IsSkipped(path.Value, folder.Value, context.Settings.Exclude))
        {
            context.Trees.AddOrUpdate(folder, static _ => FileTree.None, (_, tree) => tree.With(path.Value));
            loose = loose.Add(root);
        }

        return state;
    }

    private SessionState Reread(SessionState state, DocumentPath path, ImmutableArray<DocumentId> ids)
    {
        // An editor's own save comes back as a change; a text that is the same keeps its tree.
        var text = FileText.TryReadSource(path.Value, context.MaxCompiledBytes);
        if (text is not null && ids.All(id => state.Solution.GetDocument(id)!.TryGetText(out var known) && known.ContentEquals(text))) return state;
        return text is null ? state : state with { Solution = BufferEdits.WithText(state.Solution, ids, text) };
    }

    /// <summary>Adds a file to the projects whose patterns take it; null where none does.</summary>
    private SessionState? Adopt(SessionState state, DocumentPath path)
    {
        var owners = state.Projects.Values.Where(project => project.Evaluation.Compile.Contains(path.Value)).ToList();
        if (owners.Count == 0) return null;
        state = BufferEdits.RemoveDocuments(state, state.Solution.GetDocumentIdsWithFilePath(path.Value));
        var editor = new SolutionEditor(state.Buffers, context.MaxCompiledBytes);
        return state with { Solution = state.Solution.AddDocuments([.. owners.Select(owner => editor.Info(owner.Id, new PlannedDocument(path.Value)))]) };
    }

    private static SessionState DeleteBelow(SessionState state, DocumentPath folder)
    {
        if (File.Exists(folder.Value) || Directory.Exists(folder.Value)) return state;
        var prefix = folder.Value + Path.DirectorySeparatorChar;
        var open = state.Buffers.Keys.Select(path => path.Value).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<DocumentId> gone =
        [
            .. state.Solution.Projects.SelectMany(project => project.Documents)
                .Where(document => document.FilePath!.StartsWith(prefix, StringComparison.Ordinal) && !open.Contains(document.FilePath))
                .Select(document => document.Id),
        ];
        return gone.Length == 0 ? state : BufferEdits.RemoveDocuments(state, gone);
    }

    private void Others(ImmutableArray<FileChange> changes)
    {
        foreach (var group in changes
            .Where(change => change is { Path.IsFile: true, Kind: not FileChangeKind.Changed } && FileTree.IsOtherText(change.Path.Value))
            .GroupBy(change => context.FolderOf(change.Path)))
        {
            if (group.Key is not { } folder) continue;
            context.Store.Edit(
                state =>
                {
                    var files = state.OtherFiles.GetValueOrDefault(folder, []).ToHashSet();
                    foreach (var change in group)
                    {
                        if (change.Kind == FileChangeKind.Deleted) files.Remove(change.Path);
                        else if (!FileTree.IsSkipped(change.Path.Value, folder.Value, context.Settings.Exclude)) files.Add(change.Path);
                    }

                    return state with { OtherFiles = state.OtherFiles.SetItem(folder, [.. files.Order()]), Documents = null };
                },
                [.. group.Select(change => change.Path)]);
        }
    }
}
