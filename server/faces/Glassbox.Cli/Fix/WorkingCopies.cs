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

    /// <summary>Applies an edit that is held to all its documents, or to none.</summary>
    public async Task<bool> TryApplyAsync(CodeActionEdit edit, CancellationToken cancellationToken)
    {
        var drafts = edit.Documents.Select(document => (Copy: open[document.Path], Text: open[document.Path].With(document.Edits))).ToList();
        if (drafts.Exists(draft => draft.Text is null)) return false;
        foreach (var (copy, text) in drafts)
        {
            copy.Set(text!);
            await core.OpenDocumentAsync(copy.ToOpened(), cancellationToken);
        }

        return true;
    }
}
