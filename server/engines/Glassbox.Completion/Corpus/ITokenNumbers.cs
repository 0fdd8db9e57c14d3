namespace Glassbox.Completion.Corpus;

/// <summary>Gives texts their numbers: a lexicon, or a buffer on top of one.</summary>
internal interface ITokenNumbers
{
    /// <summary>The number of a text.</summary>
    int NumberOf(ReadOnlySpan<char> text);

    /// <summary>What is known of a number's text.</summary>
    WordTraits TraitsOf(int number);
}
