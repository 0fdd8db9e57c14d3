namespace Glassbox.Completion.Corpus;

/// <summary>
/// Finds the places of a stream whose last few tokens are given: a hash table of the newest place of each context, and for each
/// place the one before it with the same hash. Meetings of hashes and forgotten places are left to the reader, who compares
/// tokens anyway. One writer, any number of readers.
/// </summary>
/// <param name="length">How many tokens are hashed.</param>
/// <param name="likeness">What makes a difference.</param>
internal sealed class ContextChain(int length, ContextLikeness likeness)
{
    /// <summary>No place.</summary>
    public const int None = -1;

    // Heads hold the place plus one, so that fresh memory means none.
    private volatile State state = new(new int[1024], new int[1024]);

    /// <summary>How many tokens are hashed.</summary>
    public int Length => length;

    /// <summary>What makes a difference.</summary>
    public ContextLikeness Likeness => likeness;

    /// <summary>Bytes held.</summary>
    public long Bytes => 4L * (state.Heads.Length + state.Previous.Length);

    /// <summary>Adds the places of one document, behind all that were added before.</summary>
    /// <param name="tokens">The stream.</param>
    /// <param name="from">The first token of the document.</param>
    /// <param name="to">Behind its last.</param>
    public void Add(int[] tokens, int from, int to)
    {
        Reserve(tokens, from, to);
        var (heads, previous) = (state.Heads, state.Previous);
        var mask = (uint)heads.Length - 1;
        for (var place = from + length; place < to; place++)
        {
            var slot = Hash(tokens.AsSpan(place - length, length)) & mask;
            previous[place] = heads[slot] - 1;
            // A reader that sees the new head must see what it leads to.
            Volatile.Write(ref heads[slot], place + 1);
        }
    }

    /// <summary>The newest place behind a context, of which the last <see cref="Length"/> tokens count; <see cref="None"/> if there is none.</summary>
    public Walk From(ReadOnlySpan<int> context)
    {
        if (context.Length < length) return new Walk([], None);
        var now = state;
        var slot = Hash(context[^length..]) & ((uint)now.Heads.Length - 1);
        return new Walk(now.Previous, Volatile.Read(ref now.Heads[slot]) - 1);
    }

    private uint Hash(ReadOnlySpan<int> context)
    {
        var hash = 2166136261u;
        foreach (var token in context) hash = (hash ^ (uint)KeyOf(token)) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }

    private int KeyOf(int token) => likeness switch
    {
        ContextLikeness.Exact => Token.NumberOf(token),
        ContextLikeness.Alike => Token.TemplateOf(token),
        _ => Token.SkeletonOf(token),
    };

    private void Reserve(int[] tokens, int written, int count)
    {
        var (heads, previous) = (state.Heads, state.Previous);
        if (previous.Length < count) Array.Resize(ref previous, Math.Max(count, previous.Length + (previous.Length / 2)));
        if (heads.Length * 2L >= count)
        {
            if (previous != state.Previous) state = new State(heads, previous);
            return;
        }

        var size = heads.Length;
        while (size < count) size *= 2;
        var fresh = new State(new int[size], previous.Length == state.Previous.Length ? new int[previous.Length] : previous);
        var mask = (uint)size - 1;
        // What spans two documents is hashed too; it never equals a context, which holds no gap.
        for (var place = length; place < written; place++)
        {
            var slot = Hash(tokens.AsSpan(place - length, length)) & mask;
            fresh.Previous[place] = fresh.Heads[slot] - 1;
            fresh.Heads[slot] = place + 1;
        }

        state = fresh;
    }

    /// <summary>From the newest place to older ones.</summary>
    internal ref struct Walk(int[] previous, int place)
    {
        /// <summary>The place, or <see cref="None"/> at the end.</summary>
        public int Place { get; private set; } = place;

        /// <summary>Goes to the next older place.</summary>
        public void Next() => Place = previous[Place];
    }

    private sealed record State(int[] Heads, int[] Previous);
}
