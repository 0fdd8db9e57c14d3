namespace Glassbox.Completion.Corpus;

/// <summary>
/// Numbers for token texts, one lexicon for all languages. Grows only; a text costs its characters once. Safe to use from
/// several threads: readers never wait.
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
    public const int Class = 31;
    public const int Struct = 32;
    public const int Interface = 33;
    public const int Record = 34;
    public const int Namespace = 35;

    // Types that are keywords stand together.
    private const int FirstKeywordType = 36;
    private const int LastKeywordType = 50;

    private static readonly string[] Fixed =
    [
        "", "\n", "", "", "", "", "", "", ".", "?.", "(", ")", "{", "}", "[", "]", ",", ";", ":", "=", "=>", "<", ">", "?", "in", "new", "var", "->", "::", "return", "await",
        "class", "struct", "interface", "record", "namespace",
        "string", "int", "bool", "object", "long", "double", "decimal", "byte", "char", "float", "short", "uint", "ulong", "ushort", "sbyte",
    ];

    private readonly Lock gate = new();
    // Numbers of words of one ASCII character, most of them operators; 0 where there is none.
    private readonly int[] characters = new int[128];
    private volatile Known known = new(1024);
    // Hash and number of every text, 0 where free; at most half full, so that searches are short and end.
    private volatile ulong[] slots = new ulong[4096];
    private volatile int count;

    /// <summary>A lexicon that knows the fixed tokens only.</summary>
    public Lexicon()
    {
        foreach (var text in Fixed) Add(text, isNamed: text.Length > 0 && text != "\n");
    }

    /// <summary>How many texts have a number without being learned.</summary>
    public static int FixedCount => Fixed.Length;

    /// <summary>How many texts there are.</summary>
    public int Count => count;

    /// <summary>What is known of all texts' numbers.</summary>
    public ReadOnlySpan<WordTraits> Traits => known.Traits;

    /// <summary>True where a number has a text of its own.</summary>
    public static bool IsText(int number) => number is < 0 or > AnyName;

    /// <summary>True for <c>string</c>, <c>int</c> and the like.</summary>
    public static bool IsKeywordType(int number) => number is >= FirstKeywordType and <= LastKeywordType;

    /// <summary>The number of a text, a new one if need be.</summary>
    public int Intern(ReadOnlySpan<char> text)
    {
        if (Find(text) is var found and not 0) return found;
        lock (gate) return Find(text) is var meanwhile and not 0 ? meanwhile : Add(text.ToString(), isNamed: true);
    }

    /// <summary>The number of a text if it was ever seen, else 0.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && text[0] < characters.Length) return Volatile.Read(ref characters[text[0]]);
        var hash = (uint)string.GetHashCode(text);
        var table = slots;
        for (var at = hash; ; at++)
        {
            var slot = Volatile.Read(ref table[at & (uint)(table.Length - 1)]);
            if (slot == 0) return 0;
            // What is known is read behind the slot, so it knows the number.
            if ((uint)(slot >> 32) == hash && text.SequenceEqual(known.Texts[(int)(uint)slot])) return (int)(uint)slot;
        }
    }

    /// <summary>The text of a number.</summary>
    public string TextOf(int number) => known.Texts[number];

    /// <summary>What is known of a number's text.</summary>
    public WordTraits TraitsOf(int number) => known.Traits[number];

    /// <summary>Equal for names that differ in case and leading underscores only.</summary>
    public ulong StemOf(int number) => known.Stems[number];

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
        var number = count;
        var all = known;
        if (number == all.Texts.Length) all = all.Enlarged();
        all.Texts[number] = text;
        all.Traits[number] = WordTraitsReader.Of(text);
        all.Stems[number] = StemOf(text);
        // Readers take no lock: whoever gets a number from here on finds what is known of it.
        known = all;
        count = number + 1;
        if (!isNamed) return number;
        if (text.Length == 1 && text[0] < characters.Length) Volatile.Write(ref characters[text[0]], number);
        else Put((uint)string.GetHashCode(text), number);
        return number;
    }

    private void Put(uint hash, int number)
    {
        var table = slots;
        if (number >= table.Length / 2)
        {
            table = new ulong[table.Length * 2];
            foreach (var slot in slots)
            {
                if (slot != 0) PutInto(table, slot);
            }
        }

        PutInto(table, ((ulong)hash << 32) | (uint)number);
        slots = table;
    }

    private static void PutInto(ulong[] table, ulong slot)
    {
        var at = (uint)(slot >> 32);
        while (table[at & (uint)(table.Length - 1)] != 0) at++;
        Volatile.Write(ref table[at & (uint)(table.Length - 1)], slot);
    }

    private sealed record Known(string[] Texts, WordTraits[] Traits, ulong[] Stems)
    {
        public Known(int size)
            : this(new string[size], new WordTraits[size], new ulong[size])
        {
        }

        public Known Enlarged()
        {
            var (texts, traits, stems) = (Texts, Traits, Stems);
            Array.Resize(ref texts, texts.Length * 2);
            Array.Resize(ref traits, traits.Length * 2);
            Array.Resize(ref stems, stems.Length * 2);
            return new Known(texts, traits, stems);
        }
    }
}
