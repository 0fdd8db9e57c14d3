using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Corpus;

/// <summary>
/// The tokens of the buffer that is being edited, on both sides of the word at the cursor.
/// What stands behind the cursor did not follow what stands before it when that was written, so nothing is ever counted across.
/// </summary>
internal sealed class BufferTokens : ITokenNumbers
{
    // Code units on each side; a keystroke must not wait for a file of megabytes to be read again.
    private const int Reach = 150_000;
    private const int LinesOfDocumentation = 2000;

    private readonly Lexicon lexicon;
    private readonly List<string> own = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private BufferTokens(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>Tokens up to the word at the cursor, the nearest last.</summary>
    public int[] Before { get; private set; } = [];

    /// <summary>Tokens behind it.</summary>
    public int[] After { get; private set; } = [];

    /// <summary>The file's own names.</summary>
    public FileNames Names { get; private init; } = FileNames.None;

    /// <summary>Reads the documentation comments around a word in one of them.</summary>
    /// <inheritdoc cref="Of"/>
    public static BufferTokens OfDocumentation(SourceText text, int wordStart, int wordEnd, FileNames names, Lexicon lexicon)
    {
        var (before, after) = DocumentationText.Around(text, wordStart, wordEnd, LinesOfDocumentation);
        return Of(before, after, LexicalRules.Documentation, names, lexicon);
    }

    /// <summary>Reads a buffer.</summary>
    /// <param name="text">The buffer.</param>
    /// <param name="wordStart">Where the word at the cursor begins.</param>
    /// <param name="wordEnd">Where it ends.</param>
    /// <param name="rules">The language.</param>
    /// <param name="names">The file's own names.</param>
    /// <param name="lexicon">Gives the numbers; words that it does not know get negative ones, good for this buffer only.</param>
    public static BufferTokens Of(SourceText text, int wordStart, int wordEnd, LexicalRules rules, FileNames names, Lexicon lexicon)
    {
        var before = text.ToString(TextSpan.FromBounds(LineStart(text, Math.Max(0, wordStart - Reach)), wordStart));
        return Of(before, text.ToString(TextSpan.FromBounds(wordEnd, Math.Min(text.Length, wordEnd + Reach))), rules, names, lexicon);
    }

    private static BufferTokens Of(string before, string after, LexicalRules rules, FileNames names, Lexicon lexicon)
    {
        var buffer = new BufferTokens(lexicon) { Names = names };
        buffer.Before = TokenReader.Read(before, rules, names, buffer);
        buffer.After = TokenReader.Read(after, rules, names, buffer);
        return buffer;
    }

    private static int LineStart(SourceText text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\r' or '\n')) at--;
        return at;
    }

    /// <summary>The number of a word here or in the workspace; 0 if neither has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var number = lexicon.Find(word);
        if (number == 0) numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out number);
        return number;
    }

    /// <summary>The word of a number.</summary>
    public string TextOf(int number) => number < 0 ? own[-1 - number] : lexicon.TextOf(number);

    /// <inheritdoc/>
    public WordTraits TraitsOf(int number) => number < 0 ? WordTraitsReader.Of(own[-1 - number]) : lexicon.TraitsOf(number);

    /// <inheritdoc/>
    public int NumberOf(ReadOnlySpan<char> text)
    {
        var number = Find(text);
        if (number != 0) return number;
        own.Add(text.ToString());
        numbers.Add(own[^1], -own.Count);
        return -own.Count;
    }
}
