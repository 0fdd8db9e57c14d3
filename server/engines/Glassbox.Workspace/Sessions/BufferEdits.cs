using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Workspace.Loose;
using Glassbox.Workspace.Projects;
using Glassbox.Workspace.Snapshots;
using Glassbox.Workspace.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Workspace.Sessions;

/// <summary>What opening, typing and closing do to a session's state.</summary>
/// <param name="loose">Gives files without a project a place.</param>
internal sealed class BufferEdits(LoosePlanner loose)
{
    /// <summary>True for a buffer that goes into the solution.</summary>
    public static bool IsCSharp(DocumentPath path, string languageId) => path.IsCSharp || languageId is "csharp" or "cs";

    /// <summary>Puts a buffer on top.</summary>
    public SessionState Open(SessionState state, OpenedDocument document, string looseRoot, long maxBytes)
    {
        var text = SourceText.From(document.Text, System.Text.Encoding.UTF8);
        var isCSharp = IsCSharp(document.Path, document.LanguageId);
        var buffer = new OpenBuffer(document.LanguageId, document.Version, text) { IsTooDeep = isCSharp && Nesting.IsTooDeep(text) };
        state = WithAnalyzed(state with { Buffers = state.Buffers.SetItem(document.Path, buffer) }, document.Path, buffer, maxBytes);
        if (!isCSharp) return state;
        var ids = state.Solution.GetDocumentIdsWithFilePath(document.Path.Value);
        if (ids.Length > 0) return state with { Solution = WithText(state.Solution, ids, buffer.Source) };
        return AddLoose(state, document.Path.Value, looseRoot, maxBytes);
    }

    /// <summary>Applies edits to a buffer.</summary>
    /// <exception cref="InvalidOperationException">It is not open, or the edits do not fit its text.</exception>
    public static SessionState Change(SessionState state, DocumentChange change, long maxBytes)
    {
        if (!state.Buffers.TryGetValue(change.Path, out var buffer)) throw new InvalidOperationException($"{change.Path.Name} is not open.");
        if (buffer.Text.Length != change.LengthBefore)
            throw new InvalidOperationException($"The edits are for a text of {change.LengthBefore} characters; {change.Path.Name} has {buffer.Text.Length}.");
        var text = buffer.Text;
        foreach (var edit in change.Edits)
        {
            if (edit.Start < 0 || edit.Length < 0 || edit.Start > text.Length - edit.Length)
                throw new InvalidOperationException($"An edit lies outside the text of {change.Path.Name}.");
            text = text.WithChanges(new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText));
        }

        var isCSharp = IsCSharp(change.Path, buffer.LanguageId);
        buffer = buffer with { Version = change.Version, Text = text, IsTooDeep = isCSharp && Nesting.IsTooDeep(text) };
        state = WithAnalyzed(state with { Buffers = state.Buffers.SetItem(change.Path, buffer) }, change.Path, buffer, maxBytes);
        if (!isCSharp) return state;
        var ids = state.Solution.GetDocumentIdsWithFilePath(change.Path.Value);
        return state with { Solution = WithText(state.Solution, ids, buffer.Source) };
    }

    /// <summary>Takes a buffer away; the file counts again.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="path">The document.</param>
    /// <param name="onDisk">What the file holds; null when it is gone, is not readable or no longer concerns the workspace.</param>
    public static SessionState Close(SessionState state, DocumentPath path, SourceText? onDisk)
    {
        if (!state.Buffers.TryGetValue(path, out var buffer)) return state;
        state = state with { Buffers = state.Buffers.Remove(path) };
        var ids = state.Solution.GetDocumentIdsWithFilePath(path.Value);
        if (ids.Length == 0) return state;
        if (onDisk is null) return RemoveDocuments(state, ids);
        return onDisk.ContentEquals(buffer.Source) ? state : state with { Solution = WithText(state.Solution, ids, onDisk) };
    }

    /// <summary>Adds a loose file to its folder's main compilation, until its declarations have been looked at.</summary>
    public SessionState AddLoose(SessionState state, string path, string root, long maxBytes)
    {
        var editor = new SolutionEditor(state.Buffers, maxBytes);
        if (!state.Loose.TryGetValue(root, out var group))
        {
            var (plans, made) = loose.PlanOne(root, path);
            return state with { Solution = editor.Apply(state.Solution, plans), Loose = state.Loose.SetItem(root, made), Documents = null };
        }

        var main = group.Variants[0];
        return state with
        {
            Solution = state.Solution.AddDocument(editor.Info(main, new PlannedDocument(path))),
            Loose = state.Loose.SetItem(root, group with { Homes = group.Homes.SetItem(path, main) }),
            Documents = null,
        };
    }

    /// <summary>Removes documents, and their places among loose files.</summary>
    public static SessionState RemoveDocuments(SessionState state, ImmutableArray<DocumentId> ids)
    {
        var paths = ids.Select(id => state.Solution.GetDocument(id)?.FilePath).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var groups = state.Loose;
        foreach (var group in state.Loose.Values)
        {
            var homes = group.Homes.RemoveRange(paths);
            if (!ReferenceEquals(homes, group.Homes)) groups = groups.SetItem(group.Root, group with { Homes = homes });
        }

        return state with { Solution = state.Solution.RemoveDocuments(ids), Loose = groups, Documents = null };
    }

    /// <summary>Sets the text of a document wherever it is compiled.</summary>
    public static Solution WithText(Solution solution, ImmutableArray<DocumentId> ids, SourceText text)
    {
        foreach (var id in ids) solution = solution.WithDocumentText(id, text, PreservationMode.PreserveIdentity);
        return solution;
    }

    private static SessionState WithAnalyzed(SessionState state, DocumentPath path, OpenBuffer buffer, long maxBytes)
    {
        var isLeftOut = buffer.Text.Length > maxBytes || buffer.IsTooDeep;
        if (isLeftOut == state.NotAnalyzed.Contains(path.Value)) return state;
        return state with { NotAnalyzed = isLeftOut ? state.NotAnalyzed.Add(path.Value) : state.NotAnalyzed.Remove(path.Value) };
    }
}
