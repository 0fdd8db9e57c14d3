using Glassbox.Contracts.Actions;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Fix;

/// <summary>Every file that fixes may touch, open in the core.</summary>
internal sealed class WorkingCopies(ICore core)
{
    private readonly SortedDictionary<DocumentPath, WorkingCopy> open = [];

    /// <summary>Those whose text is no longer that of the file, in order of path.</summary>
    public IEnumerable<WorkingCopy> Changed => open.Values.Where(copy => copy.IsChanged);

    /// <summary>Reads a file and opens it in the core; null, or why that cannot be done.</summary>
    public async Task<string?> OpenAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (open.ContainsKey(path)) return null;
        if (!path.IsFile) return "it is no file";
        var (file, problem) = SourceFile.Read(path);
        if (file is null) return problem;
        var copy = new WorkingCopy(file);
        open.Add(path, copy);
        await core.OpenDocumentAsync(copy.ToOpened(), cancellationToken);
        return null;
    }

    /// <summary>True when every document of an edit is open, and at the version that the edit was made for.</summary>
    public bool Holds(CodeActionEdit edit) =>
        edit.Documents.All(document => open.TryGetValue(document.Path, out var copy) && copy.Version == document.Version);

    /// <summary>Applies an edit that is held to all its documents; null, and nothing is changed, where its parts overlap.</summary>
    /// <returns>The texts before.</returns>
    public async Task<IReadOnlyList<Earlier>?> ApplyAsync(CodeActionEdit edit, CancellationToken cancellationToken)
    {
        var drafts = edit.Documents.Select(document => (Copy: open[document.Path], Text: open[document.Path].With(document.Edits))).ToList();
        if (drafts.Exists(draft => draft.Text is null)) return null;
        var before = drafts.ConvertAll(draft => new Earlier(draft.Copy, draft.Copy.Text));
        foreach (var (copy, text) in drafts) await SetAsync(copy, text!, cancellationToken);
        return before;
    }

    /// <summary>Takes an edit back.</summary>
    public async Task RestoreAsync(IEnumerable<Earlier> before, CancellationToken cancellationToken)
    {
        foreach (var (copy, text) in before) await SetAsync(copy, text, cancellationToken);
    }

    private async Task SetAsync(WorkingCopy copy, string text, CancellationToken cancellationToken)
    {
        copy.Set(text);
        await core.OpenDocumentAsync(copy.ToOpened(), cancellationToken);
    }

    /// <summary>A text that a copy had.</summary>
    internal sealed record Earlier(WorkingCopy Copy, string Text);
}
