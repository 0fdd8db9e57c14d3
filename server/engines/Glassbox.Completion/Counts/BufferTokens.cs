using Glassbox.Completion.Lexing;
using Microsoft.CodeAnalysis.Text;

namespace Glassbox.Completion.Counts;

/// <summary>
/// The tokens of the buffer that is being edited, on both sides of the word at the cursor, as in <see cref="TokenSequence"/>.
/// What stands behind the cursor did not follow what stands before it when that was written, so nothing is ever counted across.
/// </summary>
internal sealed class BufferTokens
{
    private readonly Lexicon lexicon;
    private readonly List<string> own = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private BufferTokens(Lexicon lexicon) => this.lexicon = lexicon;

    /// <summary>Tokens up to the word at the cursor, the nearest last.</summary>
    public int[] Before { get; private set; } = [];

    /// <summary>Tokens behind it.</summary>
    public int[] After { get; private set; } = [];

    /// <summary>Reads a buffer.</summary>
    /// <param name="text">The buffer.</param>
    /// <param name="wordStart">Where the word at the cursor begins.</param>
    /// <param name="wordEnd">Where it ends.</param>
    /// <param name="rules">The language.</param>
    /// <param name="lexicon">Gives the numbers; words that it does not know get negative ones, good for this buffer only.</param>
    public static BufferTokens Of(SourceText text, int wordStart, int wordEnd, LexicalRules rules, Lexicon lexicon)
    {
        var buffer = new BufferTokens(lexicon);
        buffer.Before = buffer.Read(text.ToString(TextSpan.FromBounds(0, wordStart)), rules);
        buffer.After = buffer.Read(text.ToString(TextSpan.FromBounds(wordEnd, text.Length)), rules);
        return buffer;
    }

    /// <summary>The number of a word here or in the workspace; <see cref="Lexicon.Opaque"/> if neither has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var number = lexicon.Find(word);
        if (number == Lexicon.Opaque) numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out number);
        return number;
    }

    /// <summary>The word of a number.</summary>
    public string TextOf(int number) => number < 0 ? own[-1 - number] : lexicon.TextOf(number);

    private int[] Read(ReadOnlySpan<char> text, LexicalRules rules)
    {
        var tokens = CodeLexer.Read(text, rules);
        var read = new int[tokens.Count];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = tokens[i].Kind == CodeTokenKind.LineBreak
                ? Lexicon.LineBreak << 1
                : (NumberOf(tokens[i].In(text)) << 1) | (tokens[i].SpaceBefore ? 1 : 0);
        }

        return read;
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        var number = Find(word);
        if (number != Lexicon.Opaque) return number;
        own.Add(word.ToString());
        numbers.Add(own[^1], -own.Count);
        return -own.Count;
    }
}
