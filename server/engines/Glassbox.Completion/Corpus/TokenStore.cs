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

    private volatile TokenStream stream = new();

    /// <summary>What readers read; stays as it is but for what is forgotten or added behind its end.</summary>
    public TokenStream Current => stream;

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
        var fresh = new TokenStream();
        foreach (var kept in stream.Documents()) fresh.Append(kept, stream.TokensOf(kept));
        stream = fresh;
    }
}
