using Glassbox.Contracts.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// The tokens of all documents of one language, with what is needed to find a context again. Forgetting blanks a document, so
/// that nothing equals it any more; when half of the stream is blank it is written anew. One writer, any number of readers,
/// who never wait.
/// </summary>
internal sealed class TokenStore
{
    // Below this nothing is gained by writing anew.
    private const int LeastWaste = 1 << 16;

    private volatile TokenStream stream = new(StreamSize.Least);

    /// <summary>What readers read; stays as it is but for what is forgotten or added behind its end.</summary>
    public TokenStream Current => stream;

    /// <summary>Makes room, while nothing is stored.</summary>
    public void Reserve(StreamSize size)
    {
        if (stream.Count == 1) stream = new TokenStream(size);
    }

    /// <summary>Adds a document.</summary>
    public StoredDocument Learn(DocumentPath source, ReadOnlySpan<int> tokens)
    {
        var document = new StoredDocument(source, tokens.Length);
        stream.Append(document, tokens);
        return document;
    }

    /// <summary>Takes a document away.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public void Forget(StoredDocument document)
    {
        stream.Blank(document);
        if (stream.Waste < LeastWaste || stream.Waste < stream.Count / 2) return;
        // At least half of it is blank.
        var fresh = new TokenStream(new StreamSize(stream.Count - stream.Waste, [.. stream.Size.Heads.Select(heads => heads / 2)]));
        foreach (var kept in stream.Documents()) fresh.Append(kept, stream.TokensOf(kept));
        stream = fresh;
    }
}
