namespace Glassbox.Completion.Corpus;

/// <summary>
/// Finds the places of a stream whose last few tokens are given: a hash table of the newest place of each context, and for each
/// place the one before it with the same hash. Meetings of hashes and forgotten places are left to the reader, who compares
/// tokens anyway. One writer, any number of readers.
/// </summary>
internal sealed class ContextChain
{
    /// <summary>No place.</summary>
    public const int None = -1;

    private const int LeastHeads = 1 << 10;

    // Previous places come in pieces: nothing is copied when a stream grows, and no more than one piece is held in reserve.
    private const int PieceBits = 12;
    private const int PieceLength = 1 << PieceBits;

    // A polynomial, so that it rolls from place to place; any large odd number does.
    private const ulong Factor = 0xD1342543DE82EF95;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly int length;
    private readonly ContextLikeness likeness;
    private readonly ulong outgoing;
    private volatile Table table;
    private int used;

    /// <summary>An empty chain.</summary>
    /// <param name="length">How many tokens are hashed.</param>
    /// <param name="likeness">What makes a difference.</param>
    /// <param name="heads">How many contexts to expect; a guess.</param>
    public ContextChain(int length, ContextLikeness likeness, int heads = LeastHeads)
    {
        (this.length, this.likeness) = (length, likeness);
        outgoing = 1;
        for (var i = 0; i < length; i++) outgoing *= Factor;
        table = new Table(Math.Max(LeastHeads, heads), pieces: 4);
    }

    /// <summary>How many tokens are hashed.</summary>
    public int Length => length;

    /// <summary>What makes a difference.</summary>
    public ContextLikeness Likeness => likeness;

    /// <summary>The size of the hash table: what <c>heads</c> would have been right.</summary>
    public int Heads => table.Heads.Length;

    /// <summary>Bytes held.</summary>
    public long Bytes => 4L * (table.Heads.Length + (table.Previous.Count(piece => piece is not null) * PieceLength));

    /// <summary>What a likeness compares of each token.</summary>
    public static void Keys(ReadOnlySpan<int> tokens, ContextLikeness likeness, Span<int> into)
    {
        for (var i = 0; i < tokens.Length; i++) into[i] = KeyOf(tokens[i], likeness);
    }

    /// <summary>Adds the places of one document, behind all that were added before.</summary>
    /// <param name="tokens">The stream.</param>
    /// <param name="from">The first token of the document.</param>
    /// <param name="keys">The document's tokens as <see cref="Keys"/> gives them.</param>
    public void Add(int[] tokens, int from, ReadOnlySpan<int> keys)
    {
        if (keys.Length <= length) return;
        var now = table;
        now.Reserve(from + keys.Length);
        var hash = 0UL;
        foreach (var key in keys[..length]) hash = (hash * Factor) + (uint)key;
        for (var at = length; at < keys.Length;)
        {
            // Within one piece and one table.
            var end = Math.Min(keys.Length, (((from + at) | (PieceLength - 1)) + 1) - from);
            var (heads, shift, piece) = (now.Heads, now.Shift, now.Previous[(from + at) >> PieceBits]);
            for (; at < end; at++)
            {
                ref var head = ref heads[(int)((hash * Spread) >> shift)];
                var older = head;
                piece[(from + at) & (PieceLength - 1)] = older - 1;
                // A reader that sees the new head must see what it leads to.
                Volatile.Write(ref head, from + at + 1);
                hash = (hash * Factor) + (uint)keys[at] - (outgoing * (uint)keys[at - length]);
                if (older == 0 && ++used > heads.Length / 4 * 3)
                {
                    now = Grow(tokens, from + at + 1, from + keys.Length);
                    at++;
                    break;
                }
            }
        }
    }

    /// <summary>The newest place behind a context, of which the last <see cref="Length"/> tokens count; <see cref="None"/> if there is none.</summary>
    public Walk From(ReadOnlySpan<int> context)
    {
        if (context.Length < length) return new Walk([], None);
        var hash = 0UL;
        foreach (var token in context[^length..]) hash = (hash * Factor) + (uint)KeyOf(token, likeness);
        var now = table;
        var newest = Volatile.Read(ref now.Heads[now.SlotOf(hash)]) - 1;
        // Read behind the head: so it holds whatever the head leads to.
        return new Walk(now.Previous, newest);
    }

    private static int KeyOf(int token, ContextLikeness likeness) => likeness switch
    {
        ContextLikeness.Exact => Token.NumberOf(token),
        ContextLikeness.Alike => Token.TemplateOf(token),
        _ => Token.SkeletonOf(token),
    };

    // Readers that walk the old table are not disturbed: the new one has pieces of its own.
    private Table Grow(int[] tokens, int written, int reserved)
    {
        var fresh = new Table(table.Heads.Length * 2, table.Previous.Length);
        fresh.Reserve(reserved);
        used = 0;
        var hash = 0UL;
        // The keys that are still part of the hash: a power of two, and more than the longest context.
        Span<int> recent = stackalloc int[8];
        // What spans two documents is hashed too; it never equals a context, which holds no gap.
        for (var place = 0; place < written; place++)
        {
            if (place >= length && fresh.Put(hash, place)) used++;
            var key = KeyOf(tokens[place], likeness);
            hash = (hash * Factor) + (uint)key;
            if (place >= length) hash -= outgoing * (uint)recent[(place - length) & 7];
            recent[place & 7] = key;
        }

        return table = fresh;
    }

    /// <summary>From the newest place to older ones.</summary>
    internal ref struct Walk(int[][] previous, int place)
    {
        /// <summary>The place, or <see cref="None"/> at the end.</summary>
        public int Place { get; private set; } = place;

        /// <summary>Goes to the next older place.</summary>
        public void Next() => Place = previous[Place >> PieceBits][Place & (PieceLength - 1)];
    }

    private sealed class Table(int heads, int pieces)
    {
        private readonly int shift = 64 - int.Log2(heads);
        private volatile int[][] previous = new int[pieces][];

        // Places plus one, so that fresh memory means none.
        public int[] Heads { get; } = new int[heads];

        public int[][] Previous => previous;

        public int Shift => shift;

        public int SlotOf(ulong hash) => (int)((hash * Spread) >> shift);

        public void Reserve(int count)
        {
            var all = previous;
            var needed = ((count - 1) >> PieceBits) + 1;
            if (needed > all.Length) Array.Resize(ref all, Math.Max(needed, all.Length * 2));
            for (var i = needed - 1; i >= 0 && all[i] is null; i--) all[i] = GC.AllocateUninitializedArray<int>(PieceLength);
            previous = all;
        }

        /// <summary>Puts a place before all others of its context; true where the slot was free.</summary>
        public bool Put(ulong hash, int place)
        {
            ref var head = ref Heads[SlotOf(hash)];
            var next = head - 1;
            previous[place >> PieceBits][place & (PieceLength - 1)] = next;
            // A reader that sees the new head must see what it leads to.
            Volatile.Write(ref head, place + 1);
            return next == None;
        }
    }
}
