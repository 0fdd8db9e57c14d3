using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Settings;
using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>
/// One session's documents and projects. Everything that changes state is synchronous, short, and takes effect before it
/// returns; reading never waits for it.
/// </summary>
public interface IWorkspaceSession : IAsyncDisposable
{
    /// <summary>The newest snapshot.</summary>
    ISnapshot Current { get; }

    /// <summary>A load is under way or due.</summary>
    bool IsLoading { get; }

    /// <summary>Opens a document, or sets an open one anew.</summary>
    void Open(OpenedDocument document);

    /// <summary>Edits an open document.</summary>
    /// <exception cref="InvalidOperationException">It is not open, or the edits do not fit its text.</exception>
    void Change(DocumentChange change);

    /// <summary>A document was written to disk by the editor.</summary>
    void Save(DocumentPath path);

    /// <summary>Closes a document; what is on disk counts again.</summary>
    void Close(DocumentPath path);

    /// <summary>Files changed on disk: texts are read again, projects reloaded where they are concerned, and only those.</summary>
    void ChangeFiles(ImmutableArray<FileChange> changes);

    /// <summary>Adds and removes folders.</summary>
    void ChangeFolders(FolderChange change);

    /// <summary>Takes new settings into effect.</summary>
    void ChangeSettings(WorkspaceSettings settings);

    /// <summary>The user's decision about a folder's build logic.</summary>
    void DecideTrust(TrustAnswer answer);

    /// <summary>Reads all projects again.</summary>
    void Reload();

    /// <summary>Stops a load by its work id.</summary>
    void CancelWork(string workId);

    /// <summary>Waits until no load is under way or due.</summary>
    Task WaitForLoadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Completes once the document's project, and what it references, have been parsed and bound since they were last
    /// replaced; from then on questions are answered at typing speed. Sees to it that this happens.
    /// </summary>
    Task WarmAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>Folders and projects, for people.</summary>
    (ImmutableArray<FolderStatus> Folders, ImmutableArray<ProjectStatus> Projects) Describe();
}
