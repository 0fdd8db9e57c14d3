namespace Glassbox.Completion.Corpus;

/// <summary>A lexicon's numbers, of which none is new.</summary>
internal readonly struct LexiconNumbers(Lexicon lexicon) : ITokenNumbers
{
    /// <inheritdoc/>
    public int NumberOf(ReadOnlySpan<char> text) => lexicon.Find(text);

    /// <inheritdoc/>
    public WordTraits TraitsOf(int number) => lexicon.TraitsOf(number);
}
