namespace Glassbox.Completion.Counts;

/// <summary>Numbers for token texts. Grows only; a text costs its characters once for the whole workspace.</summary>
internal sealed class Lexicon
{
    /// <summary>A token whose text is not kept: it can be context, and is never proposed.</summary>
    public const int Opaque = 0;

    /// <summary>A line break.</summary>
    public const int LineBreak = 1;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = ["", "\n"];
    private readonly Lock gate = new();

    /// <summary>The number of a text, a new one if need be.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(text, out var number)) return number;
            number = texts.Count;
            texts.Add(text.ToString());
            numbers.Add(texts[number], number);
            return number;
        }
    }

    /// <summary>The number of a text if it was ever seen, else <see cref="Opaque"/>.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        lock (gate) return numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var number) ? number : Opaque;
    }

    /// <summary>The text of a number.</summary>
    public string TextOf(int number)
    {
        lock (gate) return texts[number];
    }
}
