using System.Collections.Concurrent;
using System.Collections.Immutable;
using Glassbox.Contracts.Documents;
using Glassbox.Contracts.Text;
using Glassbox.Lsp.Conversions;

namespace Glassbox.Lsp.Session;

/// <summary>
/// The open documents, as the client last described them: what a restarted core is given, and what positions are
/// converted with. Written only by document synchronization, in order; read by anyone.
/// </summary>
internal sealed class DocumentMirror
{
    private readonly ConcurrentDictionary<DocumentPath, MirroredDocument> open = new();
    private readonly ConcurrentDictionary<DocumentPath, (DateTime Written, TextBuffer Buffer)> closed = new();

    /// <summary>The units that the client counts columns in.</summary>
    public PositionEncoding Encoding { get; set; }

    /// <summary>Every open document with its text.</summary>
    public ImmutableArray<OpenedDocument> Documents =>
        [.. open.Values.Select(document => new OpenedDocument(document.Path, document.LanguageId, document.Version, document.Buffer.Text))];

    /// <summary>The open documents' paths.</summary>
    public ICollection<DocumentPath> Paths => open.Keys;

    /// <summary>An open document, or null.</summary>
    public MirroredDocument? Find(DocumentPath path) => open.GetValueOrDefault(path);

    /// <summary>Adds or replaces a document.</summary>
    public void Set(MirroredDocument document) => open[document.Path] = document;

    /// <summary>Forgets a document.</summary>
    public bool Remove(DocumentPath path) => open.TryRemove(path, out _);

    /// <summary>The client's URI of an open document, else the usual one.</summary>
    public string UriOf(DocumentPath path) => Find(path)?.Uri ?? Uris.FromPath(path);

    /// <summary>A client's position in UTF-16 columns.</summary>
    public TextPosition ToUtf16(DocumentPath path, TextPosition position)
    {
        // A document that is not open is known by its file; the columns of UTF-16 need no text to convert, only to clamp.
        var buffer = Find(path)?.Buffer ?? (Encoding == PositionEncoding.Utf16 ? null : Closed(path));
        return buffer?.ToUtf16(position, Encoding) ?? position;
    }

    /// <summary>A range in UTF-16 columns as the client counts.</summary>
    public TextRange FromUtf16(DocumentPath path, TextRange range)
    {
        if (Encoding == PositionEncoding.Utf16) return range;
        var buffer = Find(path)?.Buffer ?? Closed(path);
        return buffer is null
            ? range
            : new TextRange(buffer.FromUtf16(range.Start, Encoding), buffer.FromUtf16(range.End, Encoding));
    }

    private TextBuffer? Closed(DocumentPath path)
    {
        if (!path.IsFile) return null;
        try
        {
            var written = File.GetLastWriteTimeUtc(path.Value);
            if (closed.TryGetValue(path, out var known) && known.Written == written) return known.Buffer;
            var buffer = TextBuffer.Create(File.ReadAllText(path.Value));
            closed[path] = (written, buffer);
            return buffer;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
