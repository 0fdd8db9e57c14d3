namespace Glassbox.Bench.Generation;

/// <summary>Random numbers that are the same on every machine and for every version of the runtime (xorshift64*).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed == 0 ? 1 : seed;

    /// <summary>A number from 0 to one below the bound.</summary>
    public int Next(int bound)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 0x2545F4914F6CDD1DUL >> 33) % (ulong)bound);
    }

    /// <summary>True once in so many throws.</summary>
    public bool OneIn(int throws) => Next(throws) == 0;

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    /// <summary>Some of a list, each once, in the order of the list.</summary>
    public T[] Some<T>(IReadOnlyList<T> list, int count)
    {
        var left = Enumerable.Range(0, list.Count).ToList();
        while (left.Count > count) left.RemoveAt(Next(left.Count));
        return [.. left.Select(index => list[index])];
    }
}
