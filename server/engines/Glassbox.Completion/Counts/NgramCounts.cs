namespace Glassbox.Completion.Counts;

/// <summary>
/// How often each token follows the two, three or four before it. Contexts are 64-bit hashes in an open table, their
/// successors short lists in one pool: about 40 bytes for each different context. Safe to read while it learns.
/// </summary>
internal sealed class NgramCounts
{
    /// <summary>The shortest context; one token says too little to be shown.</summary>
    public const int Shortest = 2;

    /// <summary>The longest context.</summary>
    public const int Longest = 4;

    private const int None = -1;

    // Readers wait no longer than this many tokens take, whatever the document's size.
    private const int TokensPerLock = 4096;

    private readonly Lock gate = new();
    private ulong[] keys = new ulong[1024];
    private int[] heads = new int[1024];
    private int used;
    private Successor[] pool = new Successor[1024];
    private int poolUsed;
    private int free = None;

    /// <summary>Adds a document.</summary>
    public void Learn(ReadOnlySpan<int> tokens) => Walk(tokens, learn: true);

    /// <summary>Takes a document away.</summary>
    /// <exception cref="InvalidOperationException">It was not learned.</exception>
    public void Unlearn(ReadOnlySpan<int> tokens) => Walk(tokens, learn: false);

    /// <summary>What followed a context, with counts, into <paramref name="into"/>; the number of occurrences.</summary>
    /// <param name="context">The tokens before, the nearest last.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="into">Cleared, then filled.</param>
    public int Successors(ReadOnlySpan<int> context, int length, List<(int Token, int Count)> into)
    {
        into.Clear();
        if (context.Length < length) return 0;
        var hash = 0UL;
        for (var i = 1; i <= length; i++) hash = Extend(hash, context[^i]);
        lock (gate)
        {
            var total = 0;
            for (var at = heads[SlotOf(Key(hash, length))] - 1; at >= 0; at = pool[at].Next)
            {
                into.Add((pool[at].Token, pool[at].Count));
                total += pool[at].Count;
            }

            return total;
        }
    }

    /// <summary>Everything that is counted, for comparison.</summary>
    internal Dictionary<(ulong Context, int Token), int> ToDictionary()
    {
        var all = new Dictionary<(ulong, int), int>();
        lock (gate)
        {
            for (var slot = 0; slot < keys.Length; slot++)
            {
                for (var at = heads[slot] - 1; at >= 0; at = pool[at].Next) all.Add((keys[slot], pool[at].Token), pool[at].Count);
            }
        }

        return all;
    }

    // A context knows no spaces: "(x" and "( x" are the same habit. A successor does, to be written as it was.
    private static ulong Extend(ulong hash, int token) => StableHash.Mix(hash, (ulong)TokenSequence.NumberOf(token) + 1);

    // 0 marks a free slot.
    private static ulong Key(ulong hash, int length) => StableHash.Mix(hash, (ulong)length) | 1;

    private void Walk(ReadOnlySpan<int> tokens, bool learn)
    {
        for (var from = Shortest; from < tokens.Length; from += TokensPerLock)
        {
            lock (gate) Walk(tokens, from, Math.Min(from + TokensPerLock, tokens.Length), learn);
        }
    }

    private void Walk(ReadOnlySpan<int> tokens, int from, int to, bool learn)
    {
        for (var i = from; i < to; i++)
        {
            var hash = 0UL;
            for (var length = 1; length <= Longest && length <= i; length++)
            {
                hash = Extend(hash, tokens[i - length]);
                if (length < Shortest) continue;
                if (learn) Add(Key(hash, length), tokens[i]);
                else Remove(Key(hash, length), tokens[i]);
            }
        }
    }

    private void Add(ulong key, int token)
    {
        if ((used + 1) * 5L > keys.Length * 4L) Grow();
        var slot = SlotOf(key);
        if (keys[slot] == 0)
        {
            keys[slot] = key;
            used++;
        }

        var before = None;
        for (var at = heads[slot] - 1; at >= 0; at = pool[at].Next)
        {
            if (pool[at].Token == token)
            {
                pool[at].Count++;
                ToFront(slot, before, at);
                return;
            }

            before = at;
        }

        var fresh = Take();
        pool[fresh] = new Successor { Token = token, Count = 1, Next = heads[slot] - 1 };
        heads[slot] = fresh + 1;
    }

    private void Remove(ulong key, int token)
    {
        var slot = SlotOf(key);
        var before = None;
        for (var at = heads[slot] - 1; at >= 0; at = pool[at].Next)
        {
            if (pool[at].Token == token)
            {
                if (--pool[at].Count > 0) return;
                if (before == None) heads[slot] = pool[at].Next + 1;
                else pool[before].Next = pool[at].Next;
                pool[at].Next = free;
                free = at;
                return;
            }

            before = at;
        }

        throw new InvalidOperationException("Counts of a document that was not learned cannot be unlearned.");
    }

    // The few successors that come often stay near the head, so that the long lists of short contexts are rarely walked.
    private void ToFront(int slot, int before, int at)
    {
        if (before == None) return;
        pool[before].Next = pool[at].Next;
        pool[at].Next = heads[slot] - 1;
        heads[slot] = at + 1;
    }

    private int Take()
    {
        if (free != None)
        {
            var taken = free;
            free = pool[taken].Next;
            return taken;
        }

        if (poolUsed == pool.Length) Array.Resize(ref pool, pool.Length + (pool.Length / 2));
        return poolUsed++;
    }

    private int SlotOf(ulong key)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key >> 20) & mask;
        while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }

    // Contexts whose last successor was unlearned are dropped here; until then they hold their slot.
    private void Grow()
    {
        var (oldKeys, oldHeads) = (keys, heads);
        var live = oldHeads.Count(head => head != 0);
        var size = live * 5L > oldKeys.Length * 2L ? oldKeys.Length * 2 : oldKeys.Length;
        keys = new ulong[size];
        heads = new int[size];
        used = 0;
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldHeads[i] == 0) continue;
            var slot = SlotOf(oldKeys[i]);
            keys[slot] = oldKeys[i];
            heads[slot] = oldHeads[i];
            used++;
        }
    }

    private struct Successor
    {
        public int Token;
        public int Count;
        public int Next;
    }
}
