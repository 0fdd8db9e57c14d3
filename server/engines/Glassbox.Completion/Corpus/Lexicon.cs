namespace Glassbox.Completion.Corpus;

/// <summary>
/// Numbers for token texts, one lexicon for all languages. Grows only; a text costs its characters once. Safe to use from
/// several threads.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>A line break.</summary>
    public const int LineBreak = 1;

    /// <summary>Any local; also one too long to be kept.</summary>
    public const int AnyLocal = 2;

    /// <summary>Any string; also one too long to be kept.</summary>
    public const int AnyString = 3;

    /// <summary>Any number.</summary>
    public const int AnyNumber = 4;

    /// <summary>The file's own name.</summary>
    public const int AnySelf = 5;

    /// <summary>What the file is about.</summary>
    public const int AnySubject = 6;

    /// <summary>Any name.</summary>
    public const int AnyName = 7;

    // Operators that code asks for by number.
    public const int Dot = 8;
    public const int ConditionalDot = 9;
    public const int OpenParenthesis = 10;
    public const int CloseParenthesis = 11;
    public const int OpenBrace = 12;
    public const int CloseBrace = 13;
    public const int OpenBracket = 14;
    public const int CloseBracket = 15;
    public const int Comma = 16;
    public const int Semicolon = 17;
    public const int Colon = 18;
    public const int Assign = 19;
    public const int Arrow = 20;
    public const int Less = 21;
    public const int Greater = 22;
    public const int Question = 23;
    public const int In = 24;
    public const int New = 25;
    public const int Var = 26;
    public const int Pointer = 27;
    public const int Scope = 28;
    public const int Return = 29;
    public const int Await = 30;

    private static readonly string[] Fixed =
    [
        "", "\n", "", "", "", "", "", "", ".", "?.", "(", ")", "{", "}", "[", "]", ",", ";", ":", "=", "=>", "<", ">", "?", "in", "new", "var", "->", "::", "return", "await",
    ];

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private string[] texts = new string[1024];
    private WordTraits[] traits = new WordTraits[1024];
    private ulong[] stems = new ulong[1024];
    private int count;

    /// <summary>A lexicon that knows the fixed tokens only.</summary>
    public Lexicon()
    {
        foreach (var text in Fixed) Add(text, isNamed: text.Length > 0 && text != "\n");
    }

    /// <summary>How many texts there are.</summary>
    public int Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    /// <summary>True where a number has a text of its own.</summary>
    public static bool IsText(int number) => number is < 0 or > AnyName;

    /// <summary>The number of a text, a new one if need be.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            return numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var number) ? number : Add(text.ToString(), isNamed: true);
        }
    }

    /// <summary>The number of a text if it was ever seen, else 0.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        lock (gate) return numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var number) ? number : 0;
    }

    /// <summary>The text of a number.</summary>
    public string TextOf(int number)
    {
        lock (gate) return texts[number];
    }

    /// <summary>What is known of a number's text.</summary>
    public WordTraits TraitsOf(int number)
    {
        lock (gate) return traits[number];
    }

    /// <summary>Equal for names that differ in case and leading underscores only.</summary>
    public ulong StemOf(int number)
    {
        lock (gate) return stems[number];
    }

    /// <summary>The same of a text.</summary>
    public static ulong StemOf(ReadOnlySpan<char> text)
    {
        var name = text.TrimStart('_');
        if (name.IsEmpty || name.Length > 128) return StableHash.Of(text);
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return StableHash.Of(lower);
    }

    private int Add(string text, bool isNamed)
    {
        if (count == texts.Length)
        {
            Array.Resize(ref texts, count * 2);
            Array.Resize(ref traits, count * 2);
            Array.Resize(ref stems, count * 2);
        }

        texts[count] = text;
        traits[count] = WordTraitsReader.Of(text);
        stems[count] = StemOf(text);
        if (isNamed) numbers.Add(text, count);
        return count++;
    }
}
