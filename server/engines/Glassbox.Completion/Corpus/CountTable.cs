namespace Glassbox.Completion.Corpus;

/// <summary>
/// Counts by key, for keys that are hashes already: nothing is hashed again, a count lies beside its key, and what comes to
/// nothing leaves no trace. Not safe for several threads.
/// </summary>
internal sealed class CountTable
{
    private Slot[] slots = new Slot[256];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The count of a key; 0 where it was not counted.</summary>
    public int this[ulong key] => slots[Find(slots, key)].Count;

    /// <summary>Adds to a count.</summary>
    /// <returns>The new count; where it is negative nothing was changed.</returns>
    public int Add(ulong key, int amount)
    {
        var at = Find(slots, key);
        ref var slot = ref slots[at];
        var sum = slot.Count + amount;
        if (sum < 0) return sum;
        if (slot.Count == 0)
        {
            if (sum == 0) return 0;
            slot.Key = key;
            slot.Count = sum;
            // Two thirds full: searches stay short.
            if (++Count > slots.Length / 3 * 2) Resize();
            return sum;
        }

        slot.Count = sum;
        if (sum == 0) Close(at);
        return sum;
    }

    /// <summary>Makes room for so many keys.</summary>
    public void Reserve(int keys)
    {
        while (keys > slots.Length / 3 * 2) Resize();
    }

    /// <summary>All keys with their counts.</summary>
    public Dictionary<ulong, int> ToDictionary() => slots.Where(slot => slot.Count > 0).ToDictionary(slot => slot.Key, slot => slot.Count);

    // The slot of a key, or the free one where it would stand.
    private static int Find(Slot[] slots, ulong key)
    {
        var mask = slots.Length - 1;
        var at = (int)key & mask;
        while (slots[at].Count != 0 && slots[at].Key != key) at = (at + 1) & mask;
        return at;
    }

    private void Resize()
    {
        var fresh = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Count != 0) fresh[Find(fresh, slot.Key)] = slot;
        }

        slots = fresh;
    }

    // What stands behind a slot that became free moves up, so that every search still ends at a free slot only where its key is not.
    private void Close(int free)
    {
        Count--;
        var mask = slots.Length - 1;
        for (var at = (free + 1) & mask; slots[at].Count != 0; at = (at + 1) & mask)
        {
            var home = (int)slots[at].Key & mask;
            if (((at - home) & mask) < ((at - free) & mask)) continue;
            slots[free] = slots[at];
            free = at;
        }

        slots[free] = default;
    }

    private struct Slot
    {
        public ulong Key;
        public int Count;
    }
}
