namespace Glassbox.Completion.Describe;

/// <summary>The last few answers, so that a candidate's documentation can be asked for after newer answers were given.</summary>
internal sealed class AnswerRing
{
    // A power of two.
    private const int Size = 8;

    private readonly (long Id, PopupAnswer Answer)[] answers = new (long, PopupAnswer)[Size];
    private readonly Lock gate = new();
    private long next = 1;

    /// <summary>Keeps an answer; its number.</summary>
    public long Add(PopupAnswer answer)
    {
        lock (gate)
        {
            var id = next++;
            answers[id & (Size - 1)] = (id, answer);
            return id;
        }
    }

    /// <summary>An answer, or null when newer ones have pushed it out.</summary>
    public PopupAnswer? Find(long id)
    {
        lock (gate)
        {
            var (known, answer) = answers[id & (Size - 1)];
            return known == id ? answer : null;
        }
    }
}
