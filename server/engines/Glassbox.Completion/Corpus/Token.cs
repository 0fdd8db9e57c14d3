namespace Glassbox.Completion.Corpus;

/// <summary>
/// A token as one number: its number in the <see cref="Lexicon"/>, its <see cref="TokenClass"/>, and whether white space stands
/// before it. Negative numbers are words that only one buffer knows.
/// </summary>
internal static class Token
{
    private const int Shift = 4;
    private const int Classes = 7;

    /// <summary>Nothing: between documents, and where a document was forgotten. Equal to no context.</summary>
    public const int Gap = 0;

    /// <summary>Composes a token.</summary>
    public static int Of(int number, TokenClass kind, bool spaceBefore) => (number << Shift) | ((int)kind << 1) | (spaceBefore ? 1 : 0);

    /// <summary>The same token with another number.</summary>
    public static int WithNumber(int token, int number) => (number << Shift) | (token & ((1 << Shift) - 1));

    /// <summary>A line break, with the <see cref="Indentation"/> of the line that it begins against the one before.</summary>
    public static int Break(Indentation change) => (Lexicon.LineBreak << Shift) | ((int)change << 1);

    /// <summary>Its number in the lexicon.</summary>
    public static int NumberOf(int token) => token >> Shift;

    /// <summary>What it is.</summary>
    public static TokenClass ClassOf(int token) => IsBreak(token) ? TokenClass.Word : (TokenClass)((token >> 1) & Classes);

    /// <summary>True for a line break.</summary>
    public static bool IsBreak(int token) => token >> Shift == Lexicon.LineBreak;

    /// <summary>The same token as something else.</summary>
    public static int As(int token, TokenClass kind) => (token & ~(Classes << 1)) | ((int)kind << 1);

    /// <summary>How the line behind a line break is indented.</summary>
    public static Indentation IndentationOf(int lineBreak) => (Indentation)((lineBreak >> 1) & Classes);

    /// <summary>White space stands before it on its line.</summary>
    public static bool HasSpace(int token) => (token & 1) != 0 && !IsBreak(token);

    /// <summary>
    /// What stands for it where names of locals and the values of literals make no difference: its number, or one of the
    /// <see cref="Lexicon"/>'s numbers for a whole class.
    /// </summary>
    public static int TemplateOf(int token)
    {
        var kind = (TokenClass)((token >> 1) & Classes);
        return kind is TokenClass.Word or TokenClass.Name || IsBreak(token) ? token >> Shift : Lexicon.LineBreak + (int)kind;
    }

    /// <summary>What stands for it where no name makes a difference.</summary>
    public static int SkeletonOf(int token) => IsName(token) ? Lexicon.AnyName : TemplateOf(token);

    /// <summary>True for a name of any kind.</summary>
    public static bool IsName(int token) => ((token >> 1) & Classes) is (int)TokenClass.Local or >= (int)TokenClass.Self && !IsBreak(token);
}
