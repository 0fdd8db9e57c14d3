using Glassbox.Contracts.Text;

namespace Glassbox.Contracts.Engines;

/// <summary>
/// All documents of one session at one moment: what is on disk with the session's unsaved buffers on top. Immutable. A
/// reader takes one at entry and works on it to the end.
/// </summary>
public interface ISnapshot
{
    /// <summary>Grows with every change of any document, project or folder.</summary>
    long Version { get; }

    /// <summary>The client's version of an open document, or null where it is not open.</summary>
    int? VersionOf(DocumentPath path);

    /// <summary>True when the document's text is known, from a buffer or from disk.</summary>
    bool Contains(DocumentPath path);

    /// <summary>Every document that analysis would look at, in a stable order.</summary>
    IReadOnlyList<DocumentPath> Documents { get; }

    /// <summary>The documents open in the editor.</summary>
    IReadOnlyList<DocumentPath> OpenDocuments { get; }

    /// <summary>
    /// The document without the project around it: what can be answered at once while the rest is being read. Open documents
    /// of the same project and everything that is bound already stay.
    /// </summary>
    Task<ISnapshot> AloneAsync(DocumentPath path, CancellationToken cancellationToken);
}
