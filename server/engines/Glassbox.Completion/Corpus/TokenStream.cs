using System.Collections.Concurrent;

namespace Glassbox.Completion.Corpus;

/// <summary>Documents one behind the other, with gaps between them. One writer, any number of readers.</summary>
internal sealed class TokenStream
{
    private static readonly (int Length, ContextLikeness Likeness)[] Kinds =
    [
        (7, ContextLikeness.Alike), (4, ContextLikeness.Exact), (3, ContextLikeness.Alike), (2, ContextLikeness.Exact),
        (ContextEvidence.SkeletonLength, ContextLikeness.Skeleton), (1, ContextLikeness.Exact),
    ];

    private readonly ContextChain[] chains;
    private readonly int[][] keys = [[], [], []];
    private readonly ConcurrentDictionary<StoredDocument, int> starts = [];
    private volatile Directory directory = new(new int[64], new StoredDocument[64], 0);
    private volatile int[] tokens;

    /// <summary>An empty stream.</summary>
    /// <param name="size">What room to make at the beginning.</param>
    public TokenStream(StreamSize size)
    {
        tokens = new int[Math.Max(1024, size.Tokens)];
        chains = [.. Kinds.Select((kind, index) => size.Heads.Length == Kinds.Length
            ? new ContextChain(kind.Length, kind.Likeness, size.Heads[index])
            : new ContextChain(kind.Length, kind.Likeness))];
    }

    /// <summary>The room that a stream of this size needs.</summary>
    public StreamSize Size => new(Count, [.. chains.Select(chain => chain.Heads)]);

    /// <summary>Tokens, gaps and blanks included.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Blanked tokens.</summary>
    public int Waste { get; private set; }

    /// <summary>The chains: the longest context first.</summary>
    public ReadOnlySpan<ContextChain> Chains => chains;

    /// <summary>The tokens as far as they have been written.</summary>
    public int[] Tokens => tokens;

    /// <summary>Bytes held.</summary>
    public long Bytes => (4L * tokens.Length) + chains.Sum(chain => chain.Bytes);

    /// <summary>What is not blanked, in the order in which it was added.</summary>
    public IEnumerable<StoredDocument> Documents()
    {
        var now = directory;
        for (var i = 0; i < now.Count; i++)
        {
            if (starts.ContainsKey(now.Documents[i])) yield return now.Documents[i];
        }
    }

    /// <summary>Where a document lies; an empty range at 0 where it is not here.</summary>
    public (int Start, int End) RangeOf(StoredDocument? document) =>
        document is not null && starts.TryGetValue(document, out var start) ? (start, start + document.Length) : (0, 0);

    /// <summary>The tokens of a document.</summary>
    /// <exception cref="InvalidOperationException">It is not here.</exception>
    public ReadOnlySpan<int> TokensOf(StoredDocument document) => tokens.AsSpan(StartOf(document), document.Length);

    /// <summary>The document that a place lies in.</summary>
    public StoredDocument? DocumentAt(int place)
    {
        var now = directory;
        var at = Array.BinarySearch(now.Starts, 0, now.Count, place);
        if (at < 0) at = ~at - 1;
        return at < 0 ? null : now.Documents[at];
    }

    /// <summary>Adds a document.</summary>
    public void Append(StoredDocument document, ReadOnlySpan<int> content)
    {
        var start = Count;
        var end = start + content.Length;
        var (room, known) = (tokens, directory);
        if (room.Length <= end) Array.Resize(ref room, Math.Max(end + 1, room.Length + (room.Length / 4)));
        content.CopyTo(room.AsSpan(start));
        tokens = room;
        var (begins, documents) = (known.Starts, known.Documents);
        if (known.Count == begins.Length)
        {
            Array.Resize(ref begins, known.Count * 2);
            Array.Resize(ref documents, known.Count * 2);
        }

        (begins[known.Count], documents[known.Count]) = (start, document);
        directory = new Directory(begins, documents, known.Count + 1);
        starts[document] = start;
        ReadKeys(content);
        foreach (var chain in chains) chain.Add(room, start, keys[(int)chain.Likeness].AsSpan(0, content.Length));
        Count = end + 1;
    }

    /// <summary>Blanks a document.</summary>
    /// <exception cref="InvalidOperationException">It is not here.</exception>
    public void Blank(StoredDocument document)
    {
        tokens.AsSpan(StartOf(document), document.Length).Clear();
        starts.TryRemove(document, out _);
        Waste += document.Length + 1;
    }

    // Once for all chains that compare the same.
    private void ReadKeys(ReadOnlySpan<int> content)
    {
        for (var likeness = 0; likeness < keys.Length; likeness++)
        {
            if (keys[likeness].Length < content.Length) keys[likeness] = new int[Math.Max(content.Length, 4096)];
            ContextChain.Keys(content, (ContextLikeness)likeness, keys[likeness]);
        }
    }

    private int StartOf(StoredDocument document) =>
        starts.TryGetValue(document, out var start) ? start : throw new InvalidOperationException("A document that was not learned cannot be read or forgotten.");

    private sealed record Directory(int[] Starts, StoredDocument[] Documents, int Count);
}
